package atelier.model.review;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison is measured by.
 *
 * @param networks a model with CLIP's picture tower, such as the one that Atelier brings along
 * @param references pictures of the subject, best those that training never saw; may be empty
 * @param training pictures that the adapters were trained on; may be empty
 * @param weights of the quality
 * @param analysis file of what is seen in pictures of the subject, by which features are measured;
 *     null for the one beside the training pictures or the references, if there is one
 */
public record ScoreOrder(
        Path networks,
        List<Path> references,
        List<Path> training,
        QualityWeights weights,
        @Nullable Path analysis) {

    /** Copies the lists. */
    public ScoreOrder {
        references = List.copyOf(references);
        training = List.copyOf(training);
    }

    /** With the analysis that is there. */
    public ScoreOrder(
            Path networks, List<Path> references, List<Path> training, QualityWeights weights) {
        this(networks, references, training, weights, null);
    }
}
