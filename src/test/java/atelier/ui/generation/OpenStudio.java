package atelier.ui.generation;

import atelier.model.generation.GenerationBatch;
import atelier.model.job.JobKind;
import atelier.model.library.Workspace;
import atelier.service.job.JobContext;
import atelier.service.job.JobQueue;
import atelier.service.job.JobRunner;
import atelier.service.library.LibraryService;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import atelier.ui.shell.QueueModel;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.work.Background;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import javax.imageio.ImageIO;

/** A workspace with everything that the generation panel works with; its jobs are never started. */
final class OpenStudio implements AutoCloseable {

    static final Instant NOW = Instant.now();

    final Workspace workspace;
    final LibraryService library;
    final SettingsStore settings;
    final JobQueue jobs;
    final ToastModel toasts = new ToastModel();
    final UndoStack undo = new UndoStack(toasts);
    final GenerationWork work;
    private final OpenWorkspace open;

    OpenStudio(Path folder) {
        workspace = new Workspace(folder.resolve("work"));
        open = OpenWorkspace.open(workspace, OpenWorkspace.locks());
        Clock clock = Clock.fixed(NOW, ZoneId.systemDefault());
        library = new LibraryService(open, new PictureReader(), clock, "anna");
        settings = new SettingsStore(workspace.settings(), Duration.ZERO, _ -> {});
        jobs = new JobQueue(open.database(), List.of(new NoImages()), clock, System::nanoTime);
        work =
                GenerationWork.of(
                        workspace, library, jobs, settings, model(folder.resolve("tiny")), clock);
    }

    private static Path model(Path folder) {
        try {
            Files.createDirectories(folder.resolve("unet"));
            Files.writeString(folder.resolve("unet/config.json"), "{\"sample_size\": 32}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static final class NoImages implements JobRunner<GenerationBatch> {

        @Override
        public JobKind kind() {
            return JobKind.GENERATION;
        }

        @Override
        public Class<GenerationBatch> orderType() {
            return GenerationBatch.class;
        }

        @Override
        public String run(GenerationBatch order, JobContext context) {
            return order.images() + " images.";
        }

        @Override
        public String kept(GenerationBatch order, int made) {
            return "";
        }
    }

    /** A model whose work is done on those threads. */
    GenerationModel model(Executor beside, Executor window) {
        Background background = new Background(beside, window);
        QueueModel queue = new QueueModel(jobs, background, toasts);
        queue.open();
        return new GenerationModel(work, queue, background, toasts, undo);
    }

    /** A model whose work is done at once. */
    GenerationModel model() {
        return model(Runnable::run, Runnable::run);
    }

    /** An image of one colour in the gallery. */
    Path image(String name, int colour) {
        Path file = workspace.images().resolve("2026-05-01").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            BufferedImage picture = new BufferedImage(48, 64, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(new Color(colour));
            pen.fillRect(0, 0, 48, 64);
            pen.dispose();
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public void close() {
        jobs.close();
        settings.close();
        open.close();
    }
}
