package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.FramingWish;
import atelier.model.dataset.PictureReport;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.source.ZipSource;
import atelier.service.restoration.SubjectMasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what training will get of some pictures. */
@Command(
        name = "prepare",
        sortOptions = false,
        description = {
            "Shows what training will get of your pictures: the size of each, what of it is cut off, what is blurred, too small, badly lit"
                    + " or there twice, which captions are missing, and what is left out and why.",
            "The pictures are never changed. It fails where training would refuse the pictures, and says why."
        },
        footer = {
            "",
            "With --json: {\"event\":\"picture\",\"file\",\"name\",\"width\",\"height\",\"sha256\",\"caption\",\"captionFile\",\"repeats\","
                    + "\"regularisation\",\"bucket\",\"crop\",\"scale\",\"kept\",\"findings\":[{\"kind\",\"badge\",\"sentence\",...}],\"measures\"}, "
                    + "{\"event\":\"leftOut\",\"file\",\"reason\",\"copyOf\"}, then {\"event\":\"prepared\",\"ready\",\"obstacles\",\"notes\",\"pictures\",\"toLookAt\","
                    + "\"leftOut\",\"cropped\",\"meanLoss\",\"enlarged\",\"mostEnlarged\",\"shown\",\"buckets\",\"tags\",\"report\"}"
                    + ", and with --masks {\"event\":\"masks\",\"folder\",\"written\"}.",
            "",
            "Example:",
            "  atelier prepare pictures/mia --trigger mia --report mia.html"
        })
public final class PrepareCommand implements Runnable {

    private static final int USUAL_RESOLUTION = 1024;

    /**
     * What looks at pictures.
     *
     * @param datasets tells what training gets
     * @param masks cuts out subjects
     */
    public record Work(DatasetService datasets, SubjectMasks masks) {}

    private final Function<Workspace, Work> services;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder of pictures and captions, plain or with folders like 10_name; a zip of such; or a dataset configuration of sd-scripts (.toml).")
    private Path source;

    @Option(
            names = "--trigger",
            paramLabel = "T",
            defaultValue = "",
            description = "Show captions as training with this trigger sees them.")
    private String trigger;

    @Option(
            names = "--resolution",
            paramLabel = "N",
            description =
                    "Side of a square picture in training, 64 to 4096. Default: the dataset configuration's, else 1024.")
    private @Nullable Integer resolution;

    @Option(names = "--no-upscale", description = "Do not enlarge small pictures.")
    private boolean noUpscale;

    @Option(
            names = "--subject-crop",
            description =
                    "Cut pictures around what their masks show, else around their largest face, as training does with subjectCrop=true; a mask is a"
                            + " picture's transparency, or lies in the dataset configuration's conditioning_data_dir.")
    private boolean subjectCrop;

    @Option(
            names = "--faces",
            description =
                    "Look for faces, too, and say which pictures have none, and where one is small, cut or not the only one. With --subject-crop pictures without a mask are cut around"
                            + " their largest face in any case, as in training.")
    private boolean faces;

    @Mixin private DataOptions pictures;

    @Option(
            names = "--unpack",
            paramLabel = "DIR",
            description =
                    "Keep the content of a zip in this folder, new or empty. Default: forget it afterwards.")
    private @Nullable Path unpack;

    @Option(
            names = "--masks",
            paramLabel = "DIR",
            description =
                    "Write a mask for each picture that has none into this folder, white where its subject is. A dataset configuration"
                            + " names the folder as conditioning_data_dir.")
    private @Nullable Path masks;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a page to look at, as HTML: every picture with its crop and badges.")
    private @Nullable Path report;

    @Mixin private JobOptions job;

    /**
     * @param services looks at pictures with the networks of a workspace
     */
    public PrepareCommand(Function<Workspace, Work> services) {
        this.services = services;
    }

    @Override
    public void run() {
        if (resolution != null && (resolution < 64 || resolution > 4096)) {
            throw new AtelierException(
                    "The resolution is %d, but it must be from 64 to 4096.".formatted(resolution));
        }
        job.run(this::prepare);
    }

    private void prepare(JobOutput output, CancelToken cancel) {
        if (masks != null && ZipSource.isZip(source)) {
            throw new AtelierException(
                    source + " is a zip: unpack it to have masks made of its pictures.");
        }
        Work work = services.apply(job.workspace());
        DatasetReport found =
                work.datasets()
                        .prepare(
                                new DatasetOrder(
                                        source, trigger.strip(), pictures.options(), unpack),
                                new FramingWish(
                                        List.of(
                                                new BucketWish(
                                                        resolution,
                                                        noUpscale ? false : null,
                                                        USUAL_RESOLUTION)),
                                        subjectCrop),
                                faces,
                                report,
                                output,
                                cancel);
        if (output.isJson()) {
            PreparedJson.show(output, found, report);
        } else {
            PreparedText.show(output, found, report);
        }
        if (masks != null) {
            write(work.masks(), found, masks, output, cancel);
        }
        if (!found.obstacles().isEmpty()) {
            throw new AtelierException(found.obstacles().getFirst());
        }
    }

    private static void write(
            SubjectMasks maker,
            DatasetReport found,
            Path folder,
            JobOutput output,
            CancelToken cancel) {
        int count =
                maker.write(
                        found.pictures().stream().map(PictureReport::picture).toList(),
                        folder,
                        output,
                        cancel);
        output.result(
                "masks",
                Facts.of("folder", folder).and("written", count),
                TerminalText.oneLine(
                        "%s written to %s".formatted(Amounts.of(count, "mask"), folder)));
    }
}
