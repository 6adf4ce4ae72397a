package atelier.service.library.download;

import atelier.model.job.CancelToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream from the network that does not wait for ever: it is closed when the work is cancelled,
 * or when nothing has come for too long.
 */
final class WatchedStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStream.class);
    private static final long LOOK_MILLIS = 100;

    private final InputStream in;
    private final CancelToken cancel;
    private final long patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long last = System.nanoTime();

    /**
     * @param patience how long nothing may come
     */
    WatchedStream(InputStream in, Duration patience, CancelToken cancel) {
        this.in = in;
        this.cancel = cancel;
        this.patience = patience.toNanos();
        Thread.startVirtualThread(this::watch);
    }

    /**
     * Reads what comes.
     *
     * @return how many bytes; negative at the end
     * @throws IOException if the connection broke, or nothing came for too long
     */
    int read(byte[] buffer) throws IOException {
        cancel.check();
        int read;
        try {
            read = in.read(buffer);
        } catch (IOException e) {
            cancel.check();
            throw e;
        }
        cancel.check();
        last = System.nanoTime();
        return read;
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancel.isCancelled() || System.nanoTime() - last > patience) {
                    in.close();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A connection was closed badly", e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        in.close();
    }
}
