package atelier.ui.work;

import atelier.model.AtelierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Starts JavaFX, once in a process, and reaches its thread from others. */
public final class Toolkit {

    private Toolkit() {}

    /**
     * Starts JavaFX on the screen.
     *
     * @throws AtelierException if it finds none
     */
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AtelierException("The start of the window was interrupted: try again.", e);
        } catch (RuntimeException e) {
            throw new AtelierException(
                    "The window cannot be opened, as there is no screen here: start atelier on a desktop, or use its commands in this terminal.",
                    e);
        }
    }

    /** Starts JavaFX without a screen, to draw pictures on the processor. */
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        start();
    }

    /** Ends it. */
    public static void stop() {
        Platform.exit();
    }

    /** Calls something on JavaFX's thread, this one or another, and waits for what comes of it. */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable call =
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            // Waiting here for what waits for this thread would never end.
            call.run();
        } else {
            Platform.runLater(call);
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
