package atelier.app;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.Workspace;
import atelier.service.job.MachineMemory;
import atelier.ui.Studio;
import atelier.ui.StudioWindow;
import atelier.ui.screenshot.Screenshots;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.WindowMemory;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.theme.Look;
import atelier.ui.work.Background;
import atelier.ui.work.Toolkit;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and makes pictures of it. */
final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final long TO_NOTICE_MILLIS = 100;

    private Window() {}

    /** Opens it and waits until it is closed, or the process is asked to end. */
    static void open(Workspace workspace, CancelToken cancel) {
        Toolkit.start();
        CountDownLatch closed = new CountDownLatch(1);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        Background background = new Background(beside, Platform::runLater);
        Toolkit.call(() -> {
            Studio studio = new Studio(Language.of(Locale.getDefault()), Look.DARK, processor());
            studio.watchMemory(background, Window::memoryUsed);
            new StudioWindow(studio, WindowMemory.NONE, closed::countDown).show(new Stage());
            return studio;
        });
        LOG.info("The window over {} is open", workspace.root());
        if (isClosed(closed, cancel)) {
            Toolkit.stop();
        }
        // Else the process ends already, and JavaFX with it: to stop it now would wait forever.
        beside.shutdown();
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

    /** Makes pictures of it, with no screen. */
    static void paint(
            Path folder, @Nullable String panel, ProgressListener progress, CancelToken cancel) {
        Toolkit.startHeadless();
        try {
            new Screenshots((language, look) -> new Studio(language, look, processor()))
                    .make(folder, panel, progress, cancel);
        } finally {
            Toolkit.stop();
        }
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
