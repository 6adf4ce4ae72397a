package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes pictures of the window. */
@Command(
        name = "screenshots",
        sortOptions = false,
        description = {
            "Draws every panel of the window in its states, dark and light, in English and Russian, at 1440 × 900 and twice as large.",
            "No screen is needed."
        },
        footer = {"", "With --json: {\"event\":\"drawn\",\"folder\"}."})
public final class ScreenshotsCommand implements Runnable {

    private final Painter painter;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the pictures; those of the same names are replaced.")
    private Path out;

    @Option(
            names = "--panel",
            paramLabel = "NAME",
            description = "Only the states whose name begins so. Default: all.")
    private @Nullable String panel;

    @Mixin private JobOptions job;

    /** Draws the window. */
    @FunctionalInterface
    public interface Painter {
        /**
         * Draws it.
         *
         * @param folder takes the pictures
         * @param panel only states whose name begins so; null for all
         */
        void paint(
                Path folder, @Nullable String panel, ProgressListener progress, CancelToken cancel);
    }

    /** Draws by that painter. */
    public ScreenshotsCommand(Painter painter) {
        this.painter = painter;
    }

    @Override
    public void run() {
        job.run(this::draw);
    }

    private void draw(JobOutput output, CancelToken cancel) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new AtelierException(
                    "The folder %s cannot be made: choose another with --out.".formatted(out), e);
        }
        painter.paint(out, panel, output, cancel);
        output.result("drawn", Facts.of("folder", out), "the pictures are in " + out);
    }
}
