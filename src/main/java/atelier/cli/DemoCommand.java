package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.starter.SampleCharacter;
import atelier.service.starter.demo.DemoOrder;
import atelier.service.starter.demo.DemoResult;
import atelier.service.starter.demo.DemoService;
import atelier.service.starter.demo.LikenessScore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does the main job once, from pictures to a verdict. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Trains an adapter on the sample character with the model that Atelier brings along, generates with and without it,"
                    + " compares the images with pictures that training never saw, and writes a report as HTML and PNG.",
            "A few minutes on two processor cores; nothing is downloaded."
        },
        footer = {
            "",
            "With --json: {\"event\":\"trained\", …} as for train, {\"event\":\"likeness\",\"name\",\"base\",\"adapted\",\"baseWithout\",\"adaptedWithout\","
                    + "\"ceiling\",\"way\",\"leak\"} for each way to look at the images, then {\"event\":\"reported\",\"page\",\"picture\"}."
        })
public final class DemoCommand implements Runnable {

    private static final Path STARTER = Path.of("models", "starter");
    private static final Path CHARACTER = Path.of("sample-data", "character");
    private static final Path HELD_OUT = Path.of("sample-data", "held-out");
    private static final double PERCENT = 100;

    private final Function<Workspace, DemoService> services;
    private final Path home;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "A model built by models build-starter. Default: the one Atelier brings along.")
    private @Nullable Path model;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for everything; each run makes its own in it. Default: demo in the workspace.")
    private @Nullable Path out;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many images of each prompt. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the first image. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            description = "A setting of the training, as for train; can be given several times.")
    private Map<String, String> sets = new LinkedHashMap<>();

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * Runs with a workspace's services.
     *
     * @param home where the starter model and the sample character lie
     */
    public DemoCommand(Function<Workspace, DemoService> services, Path home) {
        this.services = services;
        this.home = home;
    }

    @Override
    public void run() {
        if (seeds < 1) {
            throw new AtelierException("--seeds is %d: choose 1 or more.".formatted(seeds));
        }
        job.run(this::show);
    }

    private void show(JobOutput output, CancelToken cancel) {
        Path chosen = model == null ? home.resolve(STARTER) : model;
        if (!Files.isDirectory(chosen.resolve("unet"))) {
            throw new AtelierException(
                    "There is no whole starter model at %s: build it with atelier models build-starter, or name one with --model."
                            .formatted(chosen));
        }
        Workspace workspace = job.workspace();
        DemoResult result =
                services.apply(workspace)
                        .run(
                                new DemoOrder(
                                        chosen,
                                        home.resolve(CHARACTER),
                                        home.resolve(HELD_OUT),
                                        SampleCharacter.NAME,
                                        out == null ? workspace.demonstrations() : out,
                                        sets,
                                        DemoOrder.SAMPLING_STEPS,
                                        seeds,
                                        seed,
                                        device.choice()),
                                output,
                                cancel);
        TrainedText.show(output, result.training());
        result.scores().forEach(score -> show(output, score));
        output.result(
                "reported",
                Facts.of("page", result.page()).and("picture", result.picture()),
                "report: %s%n        %s".formatted(result.page(), result.picture()));
    }

    private static void show(JobOutput output, LikenessScore score) {
        output.result(
                "likeness",
                Facts.of("name", score.name())
                        .and("base", score.base())
                        .and("adapted", score.adapted())
                        .and("baseWithout", score.baseWithout())
                        .and("adaptedWithout", score.adaptedWithout())
                        .and("ceiling", score.ceiling())
                        .and("way", score.way())
                        .and("leak", score.leak()),
                String.format(
                        Locale.ROOT,
                        "%-10s without the adapter %.3f, with it %.3f, ceiling %.3f: %.0f %% of the way, leak %.2f",
                        score.name(),
                        score.base(),
                        score.adapted(),
                        score.ceiling(),
                        PERCENT * score.way(),
                        score.leak()));
    }
}
