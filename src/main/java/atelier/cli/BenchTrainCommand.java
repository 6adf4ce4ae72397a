package atelier.cli;

import atelier.cli.option.SizeArgument;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.bench.TrainingBench;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast adapters are trained. */
@Command(
        name = "train",
        sortOptions = false,
        description = {
            "Measures a step of training a LoRA adapter on all linear layers of the transformers, one picture a step: once with"
                    + " everything kept for the way back, once with less kept and parts of the UNet computed again (checkpointing=on).",
            "Medians over the steps; one more is taken before them, to warm up. A large matrix product is measured before each step, so"
                    + " that a busy machine shows in both."
        },
        footer = {
            "",
            "With --json: {\"event\":\"training-speed\",\"device\",\"type\",\"width\",\"height\",\"rank\",\"layers\",\"before\",\"product\","
                    + "\"speeds\":[{\"checkpointed\",\"operations\",\"seconds\",\"share\",\"memory\"}]}, times in seconds, memory in bytes,"
                    + " rates in floating-point operations a second."
        })
public final class BenchTrainCommand implements Runnable {

    private static final double GIGA = 1e9;
    private static final double TERA = 1e12;
    private static final double PERCENT = 100;

    private final Function<Workspace, TrainingBench> services;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** What is trained: one of them. */
    static final class Subject {

        @Option(
                names = "--model",
                paramLabel = "M",
                description = "SDXL model: a single .safetensors file or a diffusers folder.")
        private @Nullable Path model;

        @Option(
                names = "--full-size",
                description =
                        "SDXL's UNet at full size over random weights, so that no model is needed.")
        private boolean fullSize;
    }

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "512x512",
            converter = SizeArgument.class,
            description = "Width and height in pixels, divisible by 8. Default: ${DEFAULT-VALUE}.")
    private SizeArgument.Size size;

    @Option(
            names = "--rank",
            paramLabel = "R",
            defaultValue = "16",
            description = "Rank of the adapter. Default: ${DEFAULT-VALUE}.")
    private int rank;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many steps to measure each way. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services measures with the tokenizers of a workspace
     */
    public BenchTrainCommand(Function<Workspace, TrainingBench> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::measure);
    }

    private void measure(JobOutput output, CancelToken cancel) {
        Path model = subject.fullSize ? null : subject.model;
        TrainingBench.Result result =
                services.apply(job.workspace())
                        .measure(
                                new TrainingBench.Order(
                                        model == null ? null : ModelChoice.of(model),
                                        size.width(),
                                        size.height(),
                                        rank,
                                        steps,
                                        device.choice()),
                                output,
                                cancel);
        output.result(
                "training-speed",
                Facts.of("device", result.device())
                        .and("type", result.type())
                        .and("width", size.width())
                        .and("height", size.height())
                        .and("rank", rank)
                        .and("layers", result.layers())
                        .and("before", result.before())
                        .and("product", result.product())
                        .and("speeds", result.speeds()),
                text(result));
    }

    private String text(TrainingBench.Result result) {
        Table table =
                new Table(
                        "A step of training at %dx%d, rank %d on %d layers, on the %s in %s"
                                .formatted(
                                        size.width(),
                                        size.height(),
                                        rank,
                                        result.layers(),
                                        result.device(),
                                        result.type()));
        table.row(
                "matrix product",
                String.format(
                        Locale.ROOT, "%.0f GFLOP/s, this machine's best", result.product() / GIGA));
        for (TrainingBench.Speed speed : result.speeds()) {
            table.row(
                    speed.checkpointed() ? "parts computed again" : "everything kept",
                    String.format(
                                    Locale.ROOT,
                                    "%s, %.2f TFLOP, %.0f %% of the matrix product's rate",
                                    Amounts.seconds(speed.seconds()),
                                    speed.operations() / TERA,
                                    speed.share() * PERCENT)
                            + memory(speed.memory(), result.before()));
        }
        return table.text();
    }

    private static String memory(@Nullable Long peak, @Nullable Long before) {
        return peak == null || before == null
                ? ""
                : ", at most %s, %s above the model alone"
                        .formatted(Amounts.bytes(peak), Amounts.bytes(Math.max(0, peak - before)));
    }
}
