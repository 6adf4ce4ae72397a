package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.starter.StarterBuildOrder;
import atelier.model.training.RunPausedException;
import atelier.service.starter.build.BuiltStage;
import atelier.service.starter.build.StarterBuildService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the starter model. */
@Command(
        name = "build-starter",
        sortOptions = false,
        description = {
            "Builds the small model that Atelier brings along, stage by stage, on portraits that it paints itself, as the recipe says.",
            "A stage is saved every so many steps and when it is stopped with Ctrl-C; --resume goes on with it, to the bit."
        },
        footer = {
            "",
            "In DIR: a folder for each network, as diffusers has them; of each stage its log, log-NAME.jsonl, and at its end summary-NAME.json.",
            "With --json: {\"event\":\"built\",\"stage\",\"steps\",\"summary\",\"figures\"} for each stage;"
                    + " {\"event\":\"paused\",\"run\",\"step\"} where it was stopped after its first step, and failed with the sentence then.",
            "",
            "Examples:",
            "  atelier models build-starter --out starter",
            "  atelier models build-starter --out starter --stage vae --resume"
        })
public final class BuildStarterCommand implements Runnable {

    private static final Path RECIPE = Path.of("models/starter/recipe.json");

    private final StarterBuildService service;
    private final Path home;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the model that is built.")
    private Path out;

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description =
                    "How to build it. Default: models/starter/recipe.json in Atelier's sources.")
    private @Nullable Path recipe;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description = "Build this stage of the recipe alone; can be given several times.")
    private List<String> stages = List.of();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "How many steps each stage takes; with --resume the same number as before. Default: as the recipe says.")
    private @Nullable Long steps;

    @Option(
            names = "--resume",
            description = "Go on with what was begun in DIR; stages that are done are passed over.")
    private boolean resume;

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * Builds with that service.
     *
     * @param home where Atelier's sources lie, for the recipe
     */
    public BuildStarterCommand(StarterBuildService service, Path home) {
        this.service = service;
        this.home = home;
    }

    @Override
    public void run() {
        if (steps != null && steps < 1) {
            throw new AtelierException(
                    "--steps is %d, but a stage takes 1 or more.".formatted(steps));
        }
        job.run(this::build);
    }

    private void build(JobOutput output, CancelToken cancel) {
        Path chosen = recipe == null ? home.resolve(RECIPE) : recipe;
        if (recipe == null && !Files.exists(chosen)) {
            throw new AtelierException(
                    "There is no recipe at %s: run this from Atelier's sources, or name one with --recipe."
                            .formatted(chosen));
        }
        StarterBuildOrder order =
                new StarterBuildOrder(chosen, out, stages, steps, resume, device.choice());
        try {
            service.build(order, built -> show(output, built), output, cancel);
        } catch (RunPausedException e) {
            TrainedText.paused(output, e);
            throw e;
        }
    }

    private static void show(JobOutput output, BuiltStage built) {
        StringBuilder text = new StringBuilder("The stage %s is done.".formatted(built.stage()));
        built.figures().forEach((name, value) -> text.append("\n  %s: %s".formatted(name, value)));
        output.result(
                "built",
                Facts.of("stage", built.stage())
                        .and("steps", built.steps())
                        .and("summary", built.summary())
                        .and("figures", built.figures()),
                text.toString());
    }
}
