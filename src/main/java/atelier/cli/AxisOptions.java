package atelier.cli;

import atelier.cli.option.SamplerChoiceArgument;
import atelier.model.generation.ModelChoice;
import atelier.model.review.CellSettings;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.SamplerChoice;
import atelier.service.review.PromptLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What varies from cell to cell of a comparison. */
final class AxisOptions {

    private static final String COMMA = ",";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "M",
            description =
                    "SDXL model: a single .safetensors file or a diffusers folder. Repeat it to compare several.")
    private List<Path> models = new ArrayList<>();

    @Mixin private ModelOverrides overrides;

    @Option(
            names = "--adapters",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description =
                    "Adapter files, and folders of them, such as a run's checkpoints. The plain model is always compared, too.")
    private List<Path> adapters = new ArrayList<>();

    @Option(
            names = "--strengths",
            split = COMMA,
            defaultValue = "1",
            paramLabel = "W",
            description =
                    "How strongly the adapters act, such as 0.6,0.8,1. Default: ${DEFAULT-VALUE}, as trained.")
    private List<Double> strengths;

    @Option(
            names = "--prompts",
            required = true,
            paramLabel = "FILE",
            description =
                    "Text file with a prompt on each line; lines that begin with # are left out.")
    private Path prompts;

    @Option(
            names = "--plain-prompts",
            paramLabel = "FILE",
            description =
                    "The same for prompts without the trigger, in whose images nothing of what was trained should show.")
    private @Nullable Path plainPrompts;

    @Option(
            names = "--seeds",
            split = COMMA,
            defaultValue = "1",
            paramLabel = "N",
            description = "Seeds, such as 1,2,3. Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(
            names = "--samplers",
            split = COMMA,
            defaultValue = "euler:leading",
            paramLabel = "NAME[:SCHEDULE]",
            converter = SamplerChoiceArgument.class,
            description =
                    "Samplers with their schedules, such as euler,dpmpp-2m:karras. Default: ${DEFAULT-VALUE}.")
    private List<SamplerChoice> samplers;

    @Option(
            names = "--steps",
            split = COMMA,
            defaultValue = "30",
            paramLabel = "S",
            description = "Numbers of sampling steps. Default: ${DEFAULT-VALUE}.")
    private List<Integer> steps;

    @Option(
            names = "--guidance",
            split = COMMA,
            defaultValue = "5",
            paramLabel = "G",
            description = "Classifier-free guidance scales. Default: ${DEFAULT-VALUE}.")
    private List<Double> guidances;

    /** What was asked for. */
    ComparisonRequest request(String name, CellSettings settings) {
        List<ComparedPrompt> shown = new ArrayList<>();
        PromptLines.read(prompts).forEach(text -> shown.add(new ComparedPrompt(text, false)));
        if (plainPrompts != null) {
            PromptLines.read(plainPrompts)
                    .forEach(text -> shown.add(new ComparedPrompt(text, true)));
        }
        List<ModelChoice> choices = models.stream().map(overrides::of).toList();
        return new ComparisonRequest(
                name, choices, adapters, strengths, shown, seeds, samplers, steps, guidances,
                settings);
    }
}
