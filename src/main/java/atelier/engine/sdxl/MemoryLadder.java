package atelier.engine.sdxl;

import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.OutOfMemoryException;
import atelier.model.job.ProgressListener;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What one job gives up, one rung after the other, where the device has no room for a call. Each
 * rung is told to the user in a plain sentence, once, and the job stays on it to its end.
 */
public final class MemoryLadder {

    /** The rungs, in the order in which they are taken. */
    public enum Rung {
        /** The autoencoder works on parts of the picture that goes in. */
        TILED_ENCODING(
                "Memory is short: pictures are encoded in tiles, which may change their colours by a shade."),
        /** The autoencoder works on parts of the image. */
        TILED_DECODING(
                "Memory is short: images are decoded in tiles, which may change their colours by a shade."),
        /** Each prompt takes a call of its own. */
        SPLIT_GUIDANCE(
                "Memory is short: prompt and negative prompt take turns, which makes each step a little slower."),
        /** The text encoders' weights are freed between prompts. */
        OFFLOADED_ENCODERS(
                "Memory is short: the text encoders leave it, and are read again for the next prompt.");

        private final String notice;

        Rung(String notice) {
            this.notice = notice;
        }

        /** What the user is told. */
        public String notice() {
            return notice;
        }
    }

    private final BooleanSupplier offload;
    private final ProgressListener progress;
    private final Set<Rung> taken = EnumSet.noneOf(Rung.class);

    /** The ladder of a job that works with that model. */
    public static MemoryLadder of(SdxlModel model, ProgressListener progress) {
        return new MemoryLadder(model::offloadText, progress);
    }

    /** The ladder of a job with an autoencoder alone, which has nothing to free. */
    public static MemoryLadder ofAutoencoder(ProgressListener progress) {
        return new MemoryLadder(() -> false, progress);
    }

    /**
     * @param offload frees the text encoders' weights; false if there is nothing to free
     * @param progress hears of each rung
     */
    MemoryLadder(BooleanSupplier offload, ProgressListener progress) {
        this.offload = offload;
        this.progress = progress;
    }

    /**
     * Does work in one piece or, where memory is short, in smaller ones; from then on always so.
     *
     * @param rung that the smaller pieces stand for
     */
    <T> T wholeOr(Rung rung, Supplier<T> whole, Supplier<T> pieces) {
        if (!stands(rung)) {
            try {
                return whole.get();
            } catch (OutOfMemoryException e) {
                take(rung);
            }
        }
        return lastly(pieces);
    }

    /**
     * Does work for which there are no smaller pieces; where memory is short, once more without the
     * text encoders in memory.
     *
     * @throws OutOfMemoryException if that is not enough
     */
    <T> T lastly(Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryException e) {
            if (!offload.getAsBoolean()) {
                throw e;
            }
        }
        take(Rung.OFFLOADED_ENCODERS);
        return work.get();
    }

    /** Takes a rung at once, as memory is known to be short. */
    void begin(Rung rung) {
        if (rung != Rung.OFFLOADED_ENCODERS || offload.getAsBoolean()) {
            take(rung);
        }
    }

    /** Whether the job is on that rung. */
    boolean stands(Rung rung) {
        return taken.contains(rung);
    }

    private void take(Rung rung) {
        NativeMemory.trim();
        if (taken.add(rung)) {
            progress.noticed(rung.notice());
        }
    }
}
