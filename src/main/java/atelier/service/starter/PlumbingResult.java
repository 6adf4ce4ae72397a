package atelier.service.starter;

import atelier.model.training.TrainingResult;
import java.nio.file.Path;
import java.util.List;

/**
 * What a trial run of the whole job made.
 *
 * @param pictures that were drawn and trained on
 * @param training what came of the training
 * @param plain images without the adapter
 * @param adapted images of the same seeds with it
 * @param differing how many of them differ
 */
public record PlumbingResult(
        List<Path> pictures,
        TrainingResult training,
        List<Path> plain,
        List<Path> adapted,
        int differing) {

    /** Keeps copies of the lists. */
    public PlumbingResult {
        pictures = List.copyOf(pictures);
        plain = List.copyOf(plain);
        adapted = List.copyOf(adapted);
    }
}
