package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text encoder whose weights can leave the memory between prompts: whoever asks for it next has
 * them read again. Adapters stay where they are meanwhile.
 */
final class OffloadableEncoder implements AdaptableNetwork, AutoCloseable {

    /** The encoder and the weights that it was made of, which are closed after it. */
    record Loaded(TextEncoder encoder, AutoCloseable weights) {}

    /** Reads the weights and makes the encoder. */
    @FunctionalInterface
    interface Loader {
        Loaded load(ProgressListener progress, CancelToken cancel);
    }

    private final Loader loader;
    private @Nullable Loaded loaded;
    private Map<String, LayerChange> changes = Map.of();

    OffloadableEncoder(Loader loader) {
        this.loader = loader;
    }

    /** Brings the encoder into memory if it is not there. */
    TextEncoder load(ProgressListener progress, CancelToken cancel) {
        if (loaded == null) {
            Loaded fresh = loader.load(progress, cancel);
            fresh.encoder().change(changes);
            loaded = fresh;
        }
        return loaded.encoder();
    }

    /** The encoder, in memory. */
    TextEncoder encoder() {
        return load(ProgressListener.NONE, new CancelToken());
    }

    /**
     * Frees the weights.
     *
     * @return whether they were in memory
     */
    boolean offload() {
        Loaded held = loaded;
        loaded = null;
        if (held == null) {
            return false;
        }
        try (AutoCloseable _ = held.weights()) {
            held.encoder().close();
        } catch (Exception e) {
            throw new IllegalStateException("a text encoder could not be closed", e);
        }
        return true;
    }

    @Override
    public void change(Map<String, LayerChange> changes) {
        this.changes = Map.copyOf(changes);
        if (loaded != null) {
            loaded.encoder().change(changes);
        }
    }

    /** Valid until the weights leave the memory. */
    @Override
    public Map<String, NDArray> layers() {
        return encoder().layers();
    }

    /** Valid until the weights leave the memory. */
    @Override
    public Map<String, NDArray> biases() {
        return encoder().biases();
    }

    @Override
    public void close() {
        offload();
    }
}
