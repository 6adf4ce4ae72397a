package atelier.cli;

import atelier.cli.option.SizeOption;
import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.model.review.Cell;
import atelier.model.review.CellSettings;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonResult;
import atelier.model.review.ComparisonScores;
import atelier.model.review.ScoreOrder;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.ComparisonPlanner;
import atelier.service.review.ComparisonService;
import atelier.service.review.export.ComparisonExport;
import atelier.service.review.score.ScoreService;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes comparisons. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Makes images of the same prompts and seeds with different adapters, strengths, models and sampling, and without an"
                    + " adapter, measures them, and lays them side by side: as a page, as sheets and as tables.",
            "Each image is saved as it is finished. The same command with the same folder goes on where it was stopped; with"
                    + " more values on an axis it makes those that are missing."
        },
        footer = {
            "",
            "With --json: {\"event\":\"cell\",\"id\",\"file\"} for each image, {\"event\":\"identical\",\"cells\",\"message\"} for images"
                    + " that should differ and do not, {\"event\":\"score\",\"model\",\"adapter\",\"step\",\"strength\",\"cells\",\"means\",\"shares\",\"quality\",\"leak\","
                    + "\"copies\"} for each adapter, then {\"event\":\"compared\",\"folder\",\"cells\",\"made\",\"cellSeconds\",\"swapSeconds\","
                    + "\"swapShare\",\"page\",\"tables\",\"sheets\"}.",
            "",
            "Example:",
            "  atelier compare --model sd_xl_base_1.0.safetensors --adapters runs/mia/checkpoints --prompts prompts.txt"
                    + " --seeds 1,2,3 --out mia-compared"
        })
public final class CompareCommand implements Runnable {

    /**
     * All that a comparison takes from its order to its report.
     *
     * @param planner looks at what shall be compared
     * @param service makes the cells
     * @param scores measures them
     * @param export tells of them
     */
    public record Work(
            ComparisonPlanner planner,
            ComparisonService service,
            ScoreService scores,
            ComparisonExport export) {}

    private final Function<Workspace, Work> services;
    private final Path starter;

    @Mixin private AxisOptions axes;
    @Mixin private TextOptions text;

    @Option(
            names = "--guidance-rescale",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Share, 0 to 1, of guidance rescaled to its former contrast. Default: ${DEFAULT-VALUE}.")
    private double guidanceRescale;

    @Mixin private SizeOption size;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the comparison; made if need be.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it. Default: the folder's name.")
    private @Nullable String name;

    @Option(names = "--tiled", description = "Decode in tiles, which takes less memory.")
    private boolean tiled;

    @Mixin private ScoreOptions scores;
    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services compares with the tokenizers of a workspace
     * @param starter the model that comes along, whose networks measure
     */
    public CompareCommand(Function<Workspace, Work> services, Path starter) {
        this.services = services;
        this.starter = starter;
    }

    @Override
    public void run() {
        job.run(this::compare);
    }

    private void compare(JobOutput output, CancelToken cancel) {
        // Refused before minutes of work.
        ScoreOrder measured = scores.order(starter);
        Work work = services.apply(job.workspace());
        Path folder = out.toAbsolutePath().normalize();
        Comparison comparison =
                work.planner()
                        .plan(
                                axes.request(
                                        name == null ? String.valueOf(folder.getFileName()) : name,
                                        settings()));
        ComparisonOrder order =
                new ComparisonOrder(comparison, folder, device.choice(), tiled, measured);
        ComparisonFolder place = new ComparisonFolder(folder);
        ComparisonResult result =
                work.service().make(order, cell -> show(output, place, cell), null, output, cancel);
        result.identical().forEach(group -> ComparedText.show(output, comparison.axes(), group));
        ComparisonScores found = work.scores().score(place, measured, output, cancel);
        ComparedText.show(output, comparison.axes(), found);
        ComparedText.show(output, result, work.export().write(place, result.identical(), found));
    }

    private CellSettings settings() {
        return new CellSettings(
                text.negative(),
                size.width(),
                size.height(),
                guidanceRescale,
                text.clipSkip(),
                text.emphasis());
    }

    private static void show(JobOutput output, ComparisonFolder folder, Cell cell) {
        Path file = folder.cell(cell);
        output.result(
                "cell",
                Facts.of("id", cell.id()).and("file", file),
                TerminalText.oneLine(file.toString()));
    }
}
