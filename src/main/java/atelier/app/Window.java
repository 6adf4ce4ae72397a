package atelier.app;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.model.settings.Appearance;
import atelier.model.settings.Look;
import atelier.service.job.JobQueue;
import atelier.service.job.MachineMemory;
import atelier.service.library.CharacterTraining;
import atelier.service.library.LibraryService;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.database.OpenWorkspace;
import atelier.service.training.TrainingService;
import atelier.ui.Studio;
import atelier.ui.StudioServices;
import atelier.ui.StudioWindow;
import atelier.ui.screenshot.Screenshots;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.Toast;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.training.ServiceTrainingWork;
import atelier.ui.work.Background;
import atelier.ui.work.Tally;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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
    private static final Path CHARACTER = Path.of("sample-data", "character");
    private static final Path STARTER = Path.of("models", "starter");
    private static final Path CATALOG = Path.of("models", "catalog");
    private static final int STARTER_SIDE = 256;
    private static final int SDXL_SIDE = 1024;

    private final Services services;
    private final Path home;

    /**
     * @param home where the sample character lies
     */
    Window(Services services, Path home) {
        this.services = services;
        this.home = home;
    }

    /** Opens it and waits until it is closed, or the process is asked to end. */
    void open(Workspace workspace, CancelToken cancel) {
        Toolkit.start();
        try (OpenWorkspace open = services.open(workspace)) {
            open(open, services.library(open), services.training(workspace), cancel);
        }
    }

    private void open(
            OpenWorkspace open,
            LibraryService library,
            TrainingService training,
            CancelToken cancel) {
        Workspace workspace = open.workspace();
        try (SettingsStore settings =
                        new SettingsStore(
                                workspace.settings(),
                                SettingsStore.USUAL_DELAY,
                                sentence -> LOG.warn("{}", sentence));
                JobQueue jobs =
                        services.jobs(open, library, training, services.generation(workspace));
                ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            addSample(open, library);
            CountDownLatch closed = new CountDownLatch(1);
            Background background = new Background(beside, Platform::runLater);
            Studio shown =
                    Toolkit.call(() -> {
                        Studio studio =
                                new Studio(
                                        parts(open, library, settings, jobs, training, background),
                                        processor());
                        studio.watchMemory(background, Window::memoryUsed);
                        tell(studio, open.notice());
                        tell(studio, settings.notice());
                        new StudioWindow(studio, closed::countDown).show(new Stage());
                        return studio;
                    });
            try (CharacterTraining life =
                    new CharacterTraining(
                            library,
                            workspace,
                            jobs,
                            notice -> Platform.runLater(() -> tell(shown, notice)))) {
                life.start();
                jobs.start();
                LOG.info("The window over {} is open", workspace.root());
                if (isClosed(closed, cancel)) {
                    Toolkit.stop();
                }
                // Else the process ends already, and JavaFX with it: to stop it now would wait
                // forever.
            }
        }
    }

    private static void tell(Studio studio, @Nullable String notice) {
        if (notice != null) {
            studio.toasts().show(Toast.failed(Phrase.plain(notice), null));
        }
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
        Path place = temporary();
        try (OpenWorkspace open = services.open(new Workspace(place))) {
            paint(
                    open,
                    services.library(open),
                    services.training(open.workspace()),
                    (studios, quiet) ->
                            new Screenshots(studios, quiet).make(folder, panel, progress, cancel));
            Toolkit.stop();
        } finally {
            delete(place);
        }
    }

    private void paint(
            OpenWorkspace open,
            LibraryService library,
            TrainingService training,
            BiConsumer<BiFunction<Language, Look, Studio>, Runnable> make) {
        Workspace workspace = open.workspace();
        try (SettingsStore settings =
                        new SettingsStore(
                                workspace.settings(), SettingsStore.USUAL_DELAY, _ -> {});
                JobQueue jobs =
                        services.jobs(open, library, training, services.generation(workspace));
                ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Tally tally = new Tally(beside);
            addSample(open, library);
            addImages(open, library);
            StudioServices parts =
                    parts(
                            open,
                            library,
                            settings,
                            jobs,
                            training,
                            new Background(tally, Platform::runLater));
            make.accept(
                    (language, look) -> {
                        settings.update(now ->
                                now.with(
                                        new Appearance(
                                                language.locale().toLanguageTag(),
                                                look,
                                                now.appearance().scalePercent())));
                        return new Studio(parts, processor());
                    },
                    tally::awaitQuiet);
            tally.awaitQuiet();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("atelier-screenshots");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.warn("The folder {} could not be deleted", folder, e);
        }
    }

    private void addSample(OpenWorkspace open, LibraryService library) {
        Path pictures = home.resolve(CHARACTER);
        if (open.notice() == null && Files.isDirectory(pictures)) {
            library.addSample(pictures, ProgressListener.NONE, new CancelToken());
        }
    }

    /** Lets the sample character's pictures stand for images that were made. */
    private void addImages(OpenWorkspace open, LibraryService library) {
        Path pictures = home.resolve(CHARACTER);
        if (!Files.isDirectory(pictures)) {
            return;
        }
        try (Stream<Path> files = Files.list(pictures)) {
            Path folder = Files.createDirectories(open.workspace().images().resolve("sample"));
            for (Path file : files.filter(one -> one.toString().endsWith(".png")).toList()) {
                library.images().index(Files.copy(file, folder.resolve(file.getFileName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StudioServices parts(
            OpenWorkspace open,
            LibraryService library,
            SettingsStore settings,
            JobQueue jobs,
            TrainingService training,
            Background background) {
        Workspace workspace = open.workspace();
        return new StudioServices(
                workspace,
                library,
                services.dataset(),
                services.captions(workspace),
                services.pictures(),
                jobs,
                new ServiceTrainingWork(
                        workspace,
                        library,
                        training,
                        jobs,
                        home.resolve(STARTER),
                        Clock.system(ZoneId.systemDefault())),
                settings,
                Files.isDirectory(workspace.models()) ? SDXL_SIDE : STARTER_SIDE,
                home.resolve(STARTER),
                home.resolve(CATALOG),
                background);
    }

    /** What is known of the processor before the engine has started. */
    private static DeviceStatus processor() {
        return new DeviceStatus(
                true,
                Phrase.of("device.cpu", Runtime.getRuntime().availableProcessors()),
                Phrase.of("device.rests"),
                memoryUsed(),
                MachineMemory.total());
    }

    private static long memoryUsed() {
        return MachineMemory.total() - MachineMemory.available();
    }
}
