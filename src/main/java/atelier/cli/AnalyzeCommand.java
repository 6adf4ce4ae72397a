package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.library.Workspace;
import atelier.model.review.AnalysisOrder;
import atelier.service.review.analysis.AnalysisService;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.review.feature.FeatureListsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is to be seen in pictures of a subject. */
@Command(
        name = "analyze",
        sortOptions = false,
        description = {
            "Tells what is to be seen in pictures of a subject: the two surest values of each category, such as face shape,"
                    + " eyes, hairstyle or background, picture by picture and over all, and a training prompt that says it.",
            "It is written down as JSON and as a page to look at. Comparisons measure by it how well images show the subject."
        },
        footer = {
            "",
            "With --json: {\"event\":\"seen\",\"picture\",\"features\"} for each picture, then {\"event\":\"analyzed\",\"pictures\",\"features\","
                    + "\"prompt\",\"file\",\"page\"}; features are {CATEGORY:[{\"value\",\"share\"},...]}. With --write-lists:"
                    + " {\"event\":\"lists\",\"file\"}.",
            "",
            "Example:",
            "  atelier analyze pictures/mia --trigger mia"
        })
public final class AnalyzeCommand implements Runnable {

    private final Function<Workspace, AnalysisService> services;
    private final Path starter;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(
            names = "--trigger",
            paramLabel = "T",
            defaultValue = "",
            description = "What calls the subject up; the training prompt begins with it.")
    private String trigger;

    @Option(
            names = "--lists",
            paramLabel = "FILE",
            description =
                    "What to look for, as JSON. Default: the lists that Atelier brings along; --write-lists gives you a copy to edit.")
    private @Nullable Path lists;

    @Option(
            names = "--seen-by",
            paramLabel = "DIR",
            description =
                    "Model whose CLIP looks, as built by models build-starter. Default: the one Atelier brings along.")
    private @Nullable Path networks;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for what was seen; made if need be. Default: DIR-analysis beside DIR; for a character's originals in"
                            + " the workspace, derived beside them.")
    private @Nullable Path out;

    @Mixin private JobOptions job;

    /** Looks at pictures, or helps to say what for. */
    static final class What {

        @Parameters(
                paramLabel = "DIR",
                description = "Folder of pictures; those in folders in it are left out.")
        private @Nullable Path pictures;

        @Option(
                names = "--write-lists",
                paramLabel = "FILE",
                description =
                        "Write the lists that Atelier brings along to a new file, to edit them.")
        private @Nullable Path lists;
    }

    /**
     * @param services analyzes with the networks of a workspace
     * @param starter the model that comes along
     */
    public AnalyzeCommand(Function<Workspace, AnalysisService> services, Path starter) {
        this.services = services;
        this.starter = starter;
    }

    @Override
    public void run() {
        Path file = what.lists;
        Path pictures = what.pictures;
        if (file != null) {
            job.run((output, _) -> write(file, output));
        } else if (pictures != null) {
            job.run((output, cancel) -> analyze(pictures, output, cancel));
        }
    }

    private static void write(Path file, JobOutput output) {
        if (Files.exists(file)) {
            throw new AtelierException(
                    "%s is there already: name a new file, so that nothing is lost."
                            .formatted(file));
        }
        FeatureListsFile.writeUsual(file);
        output.result("lists", Facts.of("file", file), TerminalText.oneLine(file.toString()));
    }

    private void analyze(Path pictures, JobOutput output, CancelToken cancel) {
        AnalyzedText.show(
                output,
                services.apply(job.workspace())
                        .analyze(
                                new AnalysisOrder(
                                        pictures,
                                        trigger.strip(),
                                        networks == null ? starter : networks,
                                        lists,
                                        out == null ? AnalysisFile.folder(pictures) : out),
                                output,
                                cancel));
    }
}
