package atelier.model.review;

import atelier.model.generation.ModelChoice;
import java.nio.file.Path;
import java.util.List;

/**
 * What a user wants compared, before its files were looked at.
 *
 * @param name what the user knows it by
 * @param models base models, at least one
 * @param adapters adapter files, and folders of them, such as a run's checkpoints
 * @param strengths of the adapters, none of them 0
 * @param prompts at least one
 * @param seeds at least one
 * @param samplers at least one
 * @param steps at least one
 * @param guidances at least one
 * @param settings what is the same in every cell
 */
public record ComparisonRequest(
        String name,
        List<ModelChoice> models,
        List<Path> adapters,
        List<Double> strengths,
        List<ComparedPrompt> prompts,
        List<Long> seeds,
        List<SamplerChoice> samplers,
        List<Integer> steps,
        List<Double> guidances,
        CellSettings settings) {

    /** Copies the lists. */
    public ComparisonRequest {
        models = List.copyOf(models);
        adapters = List.copyOf(adapters);
        strengths = List.copyOf(strengths);
        prompts = List.copyOf(prompts);
        seeds = List.copyOf(seeds);
        samplers = List.copyOf(samplers);
        steps = List.copyOf(steps);
        guidances = List.copyOf(guidances);
    }
}
