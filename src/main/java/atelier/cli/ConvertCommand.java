package atelier.cli;

import atelier.cli.option.LayoutArgument;
import atelier.cli.option.WeightTypeArgument;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.job.CancelToken;
import atelier.model.library.ModelLayout;
import atelier.model.library.WeightType;
import atelier.model.library.Workspace;
import atelier.service.library.ConversionService;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a model into the other layout or another type. */
@Command(
        name = "convert",
        sortOptions = false,
        description = {
            "Converts an SDXL model: single file to diffusers folder and back, fp16, bf16 and fp32.",
            "The source is never changed, and the target appears whole or not at all."
        },
        footer = {
            "",
            "With --json: {\"event\":\"converted\",\"target\",\"tensors\",\"bytes\",\"overflowed\",\"nan\",\"tokenizers\"}: numbers"
                    + " that were too large for the new type, numbers that were none before, and whether the new model brings"
                    + " tokenizers.",
            "",
            "Example:",
            "  atelier convert sd_xl_base_1.0.safetensors sdxl-base --type bf16"
        })
public final class ConvertCommand implements Runnable {

    private final Function<Workspace, ConversionService> services;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "Model to convert: a single .safetensors file or a diffusers folder.")
    private Path source;

    @Parameters(
            index = "1",
            paramLabel = "TO",
            description = "File or folder to write; must not exist.")
    private Path target;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            converter = LayoutArgument.class,
            completionCandidates = LayoutArgument.class,
            description =
                    "What to write: ${COMPLETION-CANDIDATES}. Default: single if TO ends with .safetensors, else folder.")
    private @Nullable ModelLayout layout;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = WeightTypeArgument.class,
            completionCandidates = WeightTypeArgument.class,
            description =
                    "Type of the new weights: ${COMPLETION-CANDIDATES}. Default: each keeps its own.")
    private @Nullable WeightType type;

    @Mixin private ModelOverrides overrides;
    @Mixin private JobOptions job;

    /**
     * @param services converts with the tokenizers of a workspace
     */
    public ConvertCommand(Function<Workspace, ConversionService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::convert);
    }

    private void convert(JobOutput output, CancelToken cancel) {
        ModelLayout chosen = layout == null ? layoutByName() : layout;
        ConversionService.Converted converted =
                services.apply(job.workspace())
                        .convert(
                                new ConversionService.Order(
                                        overrides.of(source), target, chosen, type),
                                output,
                                cancel);
        output.result(
                "converted",
                Facts.of("target", converted.target())
                        .and("tensors", converted.tensors())
                        .and("bytes", converted.bytes())
                        .and("overflowed", converted.overflowed())
                        .and("nan", converted.nan())
                        .and("tokenizers", converted.tokenizers()),
                text(converted, chosen));
    }

    private ModelLayout layoutByName() {
        boolean file = target.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
        return file ? ModelLayout.SINGLE_FILE : ModelLayout.DIFFUSERS_FOLDER;
    }

    private static String text(ConversionService.Converted converted, ModelLayout layout) {
        StringBuilder text = new StringBuilder();
        text.append(TerminalText.oneLine(converted.target().toString()))
                .append(": %d tensors, ".formatted(converted.tensors()))
                .append(Amounts.bytes(converted.bytes()));
        if (converted.overflowed() > 0) {
            text.append(
                    "%n%d numbers were too large for the new type and became infinite: choose bf16 or fp32."
                            .formatted(converted.overflowed()));
        }
        if (converted.nan() > 0) {
            text.append(
                    "%n%d numbers are not a number, as in the source: the model is damaged."
                            .formatted(converted.nan()));
        }
        if (layout == ModelLayout.DIFFUSERS_FOLDER && !converted.tokenizers()) {
            text.append(
                    "%nThe folder has no tokenizers; atelier import-tokenizer lets Atelier use it."
                            .formatted());
        }
        return text.toString();
    }
}
