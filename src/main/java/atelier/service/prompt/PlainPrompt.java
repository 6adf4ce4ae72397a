package atelier.service.prompt;

import atelier.engine.sdxl.prompt.PromptParser;
import atelier.engine.sdxl.prompt.PromptPart;
import java.util.stream.Collectors;

/** Prompts without their weights: what they say, not how loud. */
public final class PlainPrompt {

    private PlainPrompt() {}

    /** What a prompt says. */
    public static String of(String prompt) {
        return PromptParser.parse(prompt).stream()
                .map(part -> part instanceof PromptPart.Text text ? text.text() : " ")
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
