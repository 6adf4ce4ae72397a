package atelier.service.starter.demo;

import java.util.List;

/**
 * A prompt of the demonstration.
 *
 * @param text asks for the subject by its trigger
 * @param plain asks for the same of nobody in particular
 */
record DemoPrompt(String text, String plain) {

    /** Four scenes, in the words of the captions that the starter model knows. */
    static List<DemoPrompt> of(String trigger) {
        return List.of(
                scene("A flat cartoon bust portrait of %s, smiling, on the steppe by day", trigger),
                scene("%s, in a striped blue sweater, in a room in the evening", trigger),
                scene("A soft airbrushed cartoon close-up of %s, laughing, at night", trigger),
                scene("%s, wearing a red hoodie, in the city, inked cartoon", trigger));
    }

    private static DemoPrompt scene(String scene, String trigger) {
        return new DemoPrompt(scene.formatted(trigger), scene.formatted("a person"));
    }
}
