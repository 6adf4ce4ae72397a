package atelier.service.training;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.training.Trainer;
import atelier.engine.training.losses.Batch;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the loss again and again on the same pictures under the same noise. The loss of training
 * goes up and down with the noise levels that are drawn; this one moves with the weights alone.
 *
 * <p>It is the mean of ten predictions, one after the other: two at each of five noise levels, on
 * up to ten pictures from all over the data set. Nothing weights it: no min-SNR, no mask.
 */
final class Probe {

    private static final int PREDICTIONS = 10;

    /** Shares of the model's timesteps. */
    private static final List<Double> LEVELS = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    private final Trainer trainer;
    private final List<Batch> batches;

    private Probe(Trainer trainer, List<Batch> batches) {
        this.trainer = trainer;
        this.batches = batches;
    }

    /**
     * A probe.
     *
     * @param pictures at least one
     * @param timesteps how many the model has
     * @param seed of the run
     */
    static Probe of(Trainer trainer, List<PreparedPicture> pictures, int timesteps, long seed) {
        int used = Math.min(PREDICTIONS, pictures.size());
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < PREDICTIONS; i++) {
            PreparedPicture picture = pictures.get(i % used * pictures.size() / used);
            double level = LEVELS.get(i * LEVELS.size() / PREDICTIONS);
            PreparedCopy copy = picture.largest();
            float[] noise =
                    new TorchRandom(Seeds.of(seed, i, "probe noise"))
                            .normal(copy.channels() * copy.height() * copy.width());
            batches.add(
                    new Batch(
                            copy.height(),
                            copy.width(),
                            List.of(picture.example(noise, (int) Math.round(level * timesteps)))));
        }
        return new Probe(trainer, List.copyOf(batches));
    }

    /** The loss with the adapter as it would be saved now; nothing is changed. */
    double measure(CancelToken cancel) {
        return trainer.withResult(() -> mean(cancel));
    }

    private double mean(CancelToken cancel) {
        double sum = 0;
        for (Batch batch : batches) {
            sum += trainer.loss(batch, cancel);
        }
        return sum / batches.size();
    }
}
