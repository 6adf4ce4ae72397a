package atelier.service.starter.demo;

import atelier.service.starter.FirstOrders;
import java.util.ArrayList;
import java.util.List;

/**
 * A prompt of the demonstration.
 *
 * @param text asks for the subject by its trigger
 * @param plain asks for the same of nobody in particular
 */
record DemoPrompt(String text, String plain) {

    /** One for each of the first scenes. */
    static List<DemoPrompt> of(String trigger) {
        List<String> texts = FirstOrders.scenes(trigger);
        List<String> plain = FirstOrders.scenes("a person");
        List<DemoPrompt> prompts = new ArrayList<>();
        for (int scene = 0; scene < texts.size(); scene++) {
            prompts.add(new DemoPrompt(texts.get(scene), plain.get(scene)));
        }
        return prompts;
    }
}
