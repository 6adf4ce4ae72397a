package atelier.cli;

import atelier.model.job.CancelToken;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is asked to end, by Ctrl-C or by the system: the
 * work is asked to stop, and the end waits for it for a while, so that finished images stay and
 * nothing half-written does. The JVM then gives the exit code that belongs to the signal, 130 for
 * Ctrl-C. A second Ctrl-C ends at once.
 */
final class Interruption {

    /** Of two passes through a full-size UNet on a slow CPU. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(90);

    private static final Duration UNNOTICED = Duration.ofMillis(500);

    private final CancelToken cancel;
    private final PrintWriter terminal;
    private final Duration patience;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "interruption");

    /**
     * @param patience how long the end of the process may wait for the work
     */
    Interruption(CancelToken cancel, PrintWriter terminal, Duration patience) {
        this.cancel = cancel;
        this.terminal = terminal;
        this.patience = patience;
    }

    /** Watches from now on until the work is over. */
    static Interruption watch(CancelToken cancel, PrintWriter terminal) {
        Interruption interruption = new Interruption(cancel, terminal, LONGEST_STEP);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What happens when the process is asked to end. */
    void end() {
        SecondInterrupt.haltsTheProcess();
        cancel.cancel();
        try {
            if (!finished.await(UNNOTICED.toMillis(), TimeUnit.MILLISECONDS)) {
                terminal.println(
                        "Stopping after the step in progress; Ctrl-C again stops at once.");
                terminal.flush();
                finished.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended and its failure, if any, has been told: there is nothing to wait for. */
    void workIsOver() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: that is what the hook waits for.
            cancel.cancel();
        }
    }
}
