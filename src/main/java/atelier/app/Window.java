package atelier.app;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.ImageField;
import atelier.model.library.ImageMarks;
import atelier.model.library.ImageRecord;
import atelier.model.library.Workspace;
import atelier.model.settings.Appearance;
import atelier.model.settings.Look;
import atelier.service.library.LibraryService;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.Folders;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.PngWriter;
import atelier.ui.Studio;
import atelier.ui.StudioServices;
import atelier.ui.StudioWindow;
import atelier.ui.screenshot.SampleReview;
import atelier.ui.screenshot.Screenshots;
import atelier.ui.shell.Toast;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.work.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and makes pictures of it. */
final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final long TO_NOTICE_MILLIS = 100;
    private static final int SOFT = 56;

    private final Services services;
    private final Home home;

    /**
     * @param home where the sample character lies
     */
    Window(Services services, Path home) {
        this.services = services;
        this.home = Home.in(home);
    }

    /** Hears of the open window, on the JavaFX thread. */
    @FunctionalInterface
    interface Opened {
        /**
         * It is shown.
         *
         * @param stage closing it ends the opening
         */
        void shown(Studio studio, Stage stage);
    }

    /** Opens it and waits until it is closed, or the process is asked to end. */
    void open(Workspace workspace, CancelToken cancel) {
        Toolkit.start();
        open(workspace, (_, _) -> {}, cancel);
    }

    /** The same where JavaFX has started already. */
    void open(Workspace workspace, Opened opened, CancelToken cancel) {
        services.giveWay();
        try (Desk desk = new Desk(services, home, workspace)) {
            CountDownLatch closed = new CountDownLatch(1);
            Studio shown = Toolkit.call(() -> show(desk, opened, closed));
            desk.begin(
                    Toolkit.call(() -> shown.texts().say("library.weekly-check")),
                    notice -> Platform.runLater(() -> tell(shown, notice)));
            LOG.info("The window over {} is open", workspace.root());
            if (isClosed(closed, cancel)) {
                Toolkit.stop();
            }
            // Else the process ends already, and JavaFX with it: to stop it now would wait
            // forever.
        }
    }

    private static Studio show(Desk desk, Opened opened, CountDownLatch closed) {
        Studio studio = desk.studio();
        studio.watchMachine(Desk::memoryUsed);
        desk.notices().forEach(notice -> tell(studio, notice));
        studio.offerToGoOn();
        Stage stage = new Stage();
        new StudioWindow(studio, closed::countDown).show(stage);
        opened.shown(studio, stage);
        return studio;
    }

    private static void tell(Studio studio, String notice) {
        studio.toasts().show(Toast.failed(Phrase.said(notice), null));
    }

    private static boolean isClosed(CountDownLatch closed, CancelToken cancel) {
        try {
            while (!cancel.isCancelled()) {
                if (closed.await(TO_NOTICE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Makes pictures of it, with no screen, over a workspace of their own. */
    void paint(Path folder, @Nullable String panel, ProgressListener progress, CancelToken cancel) {
        Toolkit.startHeadless();
        Path place = Folders.makeTemporary("atelier-screenshots-");
        try (Desk desk = new Desk(services, home, new Workspace(place))) {
            StudioServices parts = desk.parts();
            Path sample = parts.sample();
            if (sample != null) {
                parts.library().addSample(sample, ProgressListener.NONE, new CancelToken());
                addImages(parts.library(), parts.workspace(), sample);
            }
            SampleReview.store(parts.workspace());
            // Else each window would begin with the first steps.
            parts.settings().update(now -> now.with(now.window().at("dataset")));
            new Screenshots((language, look) -> studio(desk, language, look), desk::awaitQuiet)
                    .make(folder, panel, progress, cancel);
            desk.awaitQuiet();
            Toolkit.stop();
        } finally {
            Folders.deleteQuietly(place);
        }
    }

    private static Studio studio(Desk desk, Language language, Look look) {
        desk.parts()
                .settings()
                .update(now ->
                        now.with(
                                new Appearance(
                                        language.locale().toLanguageTag(),
                                        look,
                                        now.appearance().scalePercent())));
        return desk.studio();
    }

    /** What the restoration panel shows as it was before. */
    private void soften(Path picture, Path target) {
        BufferedImage whole = services.pictures().read(picture);
        BufferedImage soft =
                PictureScaler.resized(
                        PictureScaler.reduced(whole, SOFT), whole.getWidth(), whole.getHeight());
        AtomicFiles.replace(target, out -> PngWriter.write(soft, List.of(), out));
    }

    /** Lets the sample character's pictures stand for images that were made. */
    private void addImages(LibraryService library, Workspace workspace, Path pictures) {
        try (Stream<Path> files = Files.list(pictures)) {
            Path folder = Files.createDirectories(workspace.images().resolve("sample"));
            Path soft = Files.createDirectories(workspace.images().resolve("softened"));
            int stars = ImageMarks.MOST_STARS;
            for (Path file : files.filter(one -> one.toString().endsWith(".png")).toList()) {
                ImageRecord image =
                        library.images()
                                .index(Files.copy(file, folder.resolve(file.getFileName())));
                soften(file, soft.resolve(file.getFileName()));
                if (stars > 0) {
                    String given = Integer.toString(stars--);
                    library.images().set(image.file(), ImageField.STARS, given, "sample");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
