package atelier.engine.restoration;

import atelier.model.AtelierException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Networks that are closed together, on the lane. */
final class OpenNetworks implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Closes that one with the others. */
    <T extends AutoCloseable> T keep(T network) {
        open.push(network);
        return network;
    }

    /** Closes all, the last one first. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (AtelierException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
