package atelier.app;

import atelier.cli.BenchUiCommand;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.service.storage.Folders;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Starts the window of the distribution in a process of its own, over a workspace of its own. */
final class WindowStarts implements BenchUiCommand.Starts {

    private final Path launcher;

    /**
     * @param home folder of the distribution
     */
    WindowStarts(Path home) {
        String name = File.separatorChar == '\\' ? "atelier.bat" : "atelier";
        this.launcher = home.resolve("bin").resolve(name);
    }

    @Override
    public double millis(CancelToken cancel) {
        if (!Files.isExecutable(launcher)) {
            throw new AtelierException(
                    "%s is not there, so no start can be measured: run the distribution that mvn package makes, or give --starts 0."
                            .formatted(launcher));
        }
        Path workspace = Folders.makeTemporary("atelier-start-");
        try {
            return start(workspace, cancel);
        } catch (IOException e) {
            throw new AtelierException(
                    "%s cannot be started: see that it may be run.".formatted(launcher), e);
        } finally {
            Folders.deleteQuietly(workspace);
        }
    }

    private double start(Path workspace, CancelToken cancel) throws IOException {
        Process process =
                new ProcessBuilder(
                                launcher.toString(),
                                "studio",
                                "--rehearse",
                                "--workspace",
                                workspace.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            process.waitFor();
            cancel.check();
            return millis(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AtelierException("The measurement was interrupted: try again.", e);
        } finally {
            process.destroy();
        }
    }

    private double millis(@Nullable String line) {
        if (line == null || !line.matches("\\d+")) {
            throw new AtelierException(
                    "The window did not open as %s was started: try 'atelier studio' to see why."
                            .formatted(launcher));
        }
        return Double.parseDouble(line);
    }
}
