package atelier.engine.torch;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The accelerator lane: the one platform thread that makes every LibTorch call.
 *
 * <p>Gradient mode and OpenMP's thread pool belong to the thread that uses them, so a call from
 * anywhere else would compute with the wrong settings; {@link #check} makes such a call fail at
 * once. Work submitted while other work runs waits for its turn.
 */
public final class Lane implements AutoCloseable {

    private static final String NAME = "accelerator-lane";

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().name(NAME).daemon().unstarted(work));
    private final Thread thread;

    /** Starts the lane's thread; the JVM may end while it idles. */
    public Lane() {
        thread = CompletableFuture.supplyAsync(Thread::currentThread, executor).join();
    }

    /**
     * Makes the lane give way to every other thread, as a window beside it must not stand still
     * while it computes. To be called before its first work, whose threads are like it.
     */
    public void giveWay() {
        run(ThreadPriority::lower);
    }

    /**
     * Runs work on the lane and waits for it. Called on the lane itself, it runs at once.
     *
     * @throws RuntimeException whatever the work threw; checked exceptions come wrapped
     */
    public <T> T call(Callable<T> work) {
        try {
            if (onLane()) {
                return work.call();
            }
            return executor.submit(work).get();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for the accelerator lane", e);
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    /** Runs work that has no result; see {@link #call}. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Guards code that may run on the lane only.
     *
     * @throws IllegalStateException on any other thread
     */
    public void check() {
        if (!onLane()) {
            throw new IllegalStateException(
                    "called on "
                            + Thread.currentThread().getName()
                            + " instead of the accelerator lane");
        }
    }

    private boolean onLane() {
        return thread.equals(Thread.currentThread());
    }

    private static RuntimeException unchecked(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException(cause);
        };
    }

    /** Lets work in progress finish, then ends the thread. */
    @Override
    public void close() {
        executor.close();
    }
}
