package atelier.model.review;

import java.util.List;

/**
 * A comparison as somebody is about to order it: numbers as they were typed.
 *
 * @param name what it shall be called
 * @param models names of base models
 * @param adapters places of adapter files, and of folders of them
 * @param strengths such as {@code 0.8, 1}
 * @param prompts one a line
 * @param plainPrompts the same, of prompts that ask for nobody in particular
 * @param seeds such as {@code 1, 2} or {@code 1-4}
 * @param samplers ids of samplers
 * @param schedules ids of schedules, each of which goes with each sampler
 * @param steps such as {@code 20, 30}
 * @param guidances such as {@code 5, 7}
 * @param width in pixels
 * @param height in pixels
 * @param negative what to avoid
 * @param subject slug of the character whose pictures it is measured by; empty for none
 */
public record ComparisonDraft(
        String name,
        List<String> models,
        List<String> adapters,
        String strengths,
        String prompts,
        String plainPrompts,
        String seeds,
        List<String> samplers,
        List<String> schedules,
        String steps,
        String guidances,
        String width,
        String height,
        String negative,
        String subject) {

    /** What the first one begins with. */
    public static final ComparisonDraft FIRST =
            new ComparisonDraft(
                    "",
                    List.of(),
                    List.of(),
                    "1",
                    "",
                    "",
                    "1, 2",
                    List.of("dpmpp-2m"),
                    List.of("karras"),
                    "24",
                    "5",
                    "",
                    "",
                    "",
                    "");

    /** Copies the lists. */
    public ComparisonDraft {
        models = List.copyOf(models);
        adapters = List.copyOf(adapters);
        samplers = List.copyOf(samplers);
        schedules = List.copyOf(schedules);
    }
}
