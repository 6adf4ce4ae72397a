package atelier.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;

/** Counts work that is not over, so that one can wait until everything has been read. */
public final class Tally implements Executor {

    private final Executor threads;
    private final Phaser running = new Phaser(1);

    /** Works on those threads. */
    public Tally(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        running.register();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                running.arriveAndDeregister();
            }
        });
    }

    /** Waits until nothing runs and the window has taken all of it in. Not on its thread. */
    public void awaitQuiet() {
        boolean quiet = false;
        while (!quiet) {
            running.arriveAndAwaitAdvance();
            // What was handed to the window may have begun more.
            quiet = Toolkit.call(() -> running.getRegisteredParties() == 1);
        }
    }
}
