package atelier.model.review;

import java.nio.file.Path;
import java.util.List;

/**
 * What a comparison is measured by.
 *
 * @param networks a model with CLIP's picture tower, such as the one that Atelier brings along
 * @param references pictures of the subject, best those that training never saw; may be empty
 * @param training pictures that the adapters were trained on; may be empty
 * @param weights of the quality
 */
public record ScoreOrder(
        Path networks, List<Path> references, List<Path> training, QualityWeights weights) {

    /** Copies the lists. */
    public ScoreOrder {
        references = List.copyOf(references);
        training = List.copyOf(training);
    }
}
