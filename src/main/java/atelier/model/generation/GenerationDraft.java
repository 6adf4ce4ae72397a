package atelier.model.generation;

import java.util.List;
import java.util.Map;

/**
 * What the user is about to order, as it stands in the window.
 *
 * @param prompt with choices and wildcards
 * @param negative what to avoid; may be empty
 * @param styles names of the styles that are on
 * @param model name of the model; empty for the first there is
 * @param width in pixels; 0 for the model's own
 * @param height in pixels; 0 for the model's own
 * @param steps of the sampler
 * @param guidance classifier-free guidance scale
 * @param sampler its id
 * @param schedule its id
 * @param seed of the first image
 * @param each images of each wording
 * @param adapters strengths of the adapters that are on, by their files in the library
 */
public record GenerationDraft(
        String prompt,
        String negative,
        List<String> styles,
        String model,
        int width,
        int height,
        int steps,
        double guidance,
        String sampler,
        String schedule,
        long seed,
        int each,
        Map<String, Double> adapters) {

    private static final int STEPS = 30;
    private static final double GUIDANCE = 6;
    private static final int EACH = 4;

    /** What stands there at first. */
    public static final GenerationDraft FIRST =
            new GenerationDraft(
                    "",
                    "",
                    List.of(),
                    "",
                    0,
                    0,
                    STEPS,
                    GUIDANCE,
                    "dpmpp-2m",
                    "karras",
                    1,
                    EACH,
                    Map.of());

    /** Copies the collections. */
    public GenerationDraft {
        styles = List.copyOf(styles);
        adapters = Map.copyOf(adapters);
    }
}
