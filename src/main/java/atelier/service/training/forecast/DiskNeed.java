package atelier.service.training.forecast;

import atelier.engine.training.adapters.AdapterOutline;
import atelier.model.dataset.Framing;
import atelier.model.training.ForecastPart;
import atelier.model.training.SavingSettings;
import atelier.service.dataset.FramedPicture;
import java.util.List;

/** Forecasts what a run writes into its folder: cache, checkpoints, states and the adapter. */
final class DiskNeed {

    /** Checkpoints besides the last ones: the best, and one more until another is deleted. */
    private static final int MORE_CHECKPOINTS = 2;

    /** States at most: two that are kept, and one more until another is deleted. */
    private static final int STATES = 3;

    /** Tokens of a short caption. */
    private static final long TOKENS = 77;

    private DiskNeed() {}

    /**
     * @param file bytes of the adapter's file
     */
    static List<ForecastPart> of(PlannedRun run, AdapterOutline outline, long file) {
        SavingSettings saving = run.plan().saving();
        int made = Math.ceilDiv(run.plan().steps(), saving.checkpointEvery());
        return List.of(
                new ForecastPart("cached pictures and captions", cache(run)),
                new ForecastPart("checkpoints", Math.min(checkpoints(saving), made) * file),
                new ForecastPart(
                        "states to resume from",
                        Math.min(STATES, made) * run.stateNumbers(outline) * Float.BYTES),
                new ForecastPart("adapter", file));
    }

    /** How many there are at most; how many are kept may be any number. */
    private static long checkpoints(SavingSettings saving) {
        return (long) saving.keepLast() + MORE_CHECKPOINTS;
    }

    /**
     * Mean and deviation of each latent, for each size and mirrored, too, if pictures are; and a
     * text's states; all in fp32.
     */
    private static long cache(PlannedRun run) {
        int channels = run.checkpoint().vae().latentChannels();
        long text =
                TOKENS * run.checkpoint().unet().crossAttentionDim()
                        + run.checkpoint().unet().pooledDim();
        long numbers = run.pictures().size() * text;
        for (FramedPicture picture : run.pictures()) {
            for (Framing framing : picture.framings()) {
                numbers +=
                        (run.plan().pictures().flip() ? 2L : 1L)
                                * 2
                                * channels
                                * (framing.height() / run.reduction())
                                * (framing.width() / run.reduction());
            }
        }
        return Float.BYTES * numbers;
    }
}
