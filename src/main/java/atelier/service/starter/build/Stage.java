package atelier.service.starter.build;

import atelier.engine.training.network.NetworkDesign;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The training of one part of the starter model: what is trained, on what, and how it is written.
 * Everything runs on the lane.
 *
 * @param <B> what a batch is
 */
public interface Stage<B> extends AutoCloseable {

    /** What is trained. */
    NetworkDesign<B> design();

    /**
     * The weights that the model has already, by the names of the design.
     *
     * @throws atelier.model.AtelierException if it has none
     */
    Map<String, FloatTensor> present();

    /**
     * What a step trains on. It follows from the recipe and the step alone, so that a run can be
     * gone on with to the bit.
     *
     * @param step from 0
     */
    B batch(long step);

    /**
     * Writes what was trained into the model's folder, and measures it.
     *
     * @param weights by the names of the design
     * @return figures for the summary, by name: numbers, texts, lists and maps of them
     */
    SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel);

    /** Frees what was made for the training. */
    @Override
    void close();
}
