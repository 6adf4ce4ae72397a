package atelier.cli;

import atelier.cli.option.SizeArgument;
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
import atelier.service.review.ComparisonFolder;
import atelier.service.review.ComparisonPlanner;
import atelier.service.review.ComparisonService;
import atelier.service.review.export.ComparisonExport;
import atelier.service.review.export.ExportedFiles;
import java.nio.file.Path;
import java.util.Locale;
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
                    + " adapter, and lays them side by side: as a page, as sheets and as a table.",
            "Each image is saved as it is finished. The same command with the same folder goes on where it was stopped; with"
                    + " more values on an axis it makes those that are missing."
        },
        footer = {
            "",
            "With --json: {\"event\":\"cell\",\"id\",\"file\"} for each image, {\"event\":\"identical\",\"cells\",\"message\"} for images"
                    + " that should differ and do not, then {\"event\":\"compared\",\"folder\",\"cells\",\"made\",\"cellSeconds\",\"swapSeconds\","
                    + "\"swapShare\",\"page\",\"table\",\"sheets\"}.",
            "",
            "Example:",
            "  atelier compare --model sd_xl_base_1.0.safetensors --adapters runs/mia/checkpoints --prompts prompts.txt"
                    + " --seeds 1,2,3 --out mia-compared"
        })
public final class CompareCommand implements Runnable {

    private static final double PERCENT = 100;

    /**
     * All that a comparison takes from its order to its report.
     *
     * @param planner looks at what shall be compared
     * @param service makes the cells
     * @param export tells of them
     */
    public record Work(
            ComparisonPlanner planner, ComparisonService service, ComparisonExport export) {}

    private final Function<Workspace, Work> services;

    @Mixin private AxisOptions axes;
    @Mixin private TextOptions text;

    @Option(
            names = "--guidance-rescale",
            paramLabel = "R",
            defaultValue = "0",
            description =
                    "Share, 0 to 1, of guidance rescaled to its former contrast. Default: ${DEFAULT-VALUE}.")
    private double guidanceRescale;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = SizeArgument.class,
            description = "Width and height in pixels, divisible by 8. Default: ${DEFAULT-VALUE}.")
    private SizeArgument.Size size;

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

    @Mixin private DeviceOption device;
    @Mixin private JobOptions job;

    /**
     * @param services compares with the tokenizers of a workspace
     */
    public CompareCommand(Function<Workspace, Work> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run(this::compare);
    }

    private void compare(JobOutput output, CancelToken cancel) {
        Work work = services.apply(job.workspace());
        Path folder = out.toAbsolutePath().normalize();
        Comparison comparison =
                work.planner()
                        .plan(
                                axes.request(
                                        name == null ? String.valueOf(folder.getFileName()) : name,
                                        settings()));
        ComparisonOrder order = new ComparisonOrder(comparison, folder, device.choice(), tiled);
        ComparisonFolder place = new ComparisonFolder(folder);
        ComparisonResult result =
                work.service().make(order, cell -> show(output, place, cell), null, output, cancel);
        result.identical()
                .forEach(group -> {
                    String sentence = group.sentence(comparison.axes());
                    output.result(
                            "identical",
                            Facts.of("cells", group.cells().stream().map(Cell::id).toList())
                                    .and("message", sentence),
                            TerminalText.oneLine(sentence));
                });
        show(output, result, work.export().write(place, result.identical()));
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

    private static void show(JobOutput output, ComparisonResult result, ExportedFiles files) {
        output.result(
                "compared",
                Facts.of("folder", result.folder())
                        .and("cells", result.cells())
                        .and("made", result.made())
                        .and("cellSeconds", result.timing().cell())
                        .and("swapSeconds", result.timing().swap())
                        .and("swapShare", result.timing().swapShare())
                        .and("page", files.page())
                        .and("table", files.table())
                        .and("sheets", files.sheets()),
                text(result, files));
    }

    private static String text(ComparisonResult result, ExportedFiles files) {
        Table table = new Table("%d cells, %d made now".formatted(result.cells(), result.made()));
        if (result.timing().cell() > 0) {
            table.row("cell", Amounts.seconds(result.timing().cell()));
        }
        if (result.timing().swap() > 0) {
            table.row(
                    "adapter swap",
                    String.format(
                            Locale.ROOT,
                            "%s, %.1f %% of a cell",
                            Amounts.seconds(result.timing().swap()),
                            PERCENT * result.timing().swapShare()));
        }
        table.row("page", files.page().toString());
        table.row("table", files.table().toString());
        files.sheets().forEach(sheet -> table.row("sheet", sheet.toString()));
        return table.text();
    }
}
