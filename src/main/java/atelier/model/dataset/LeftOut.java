package atelier.model.dataset;

import java.nio.file.Path;

/**
 * A file of a dataset's folder that is not trained on.
 *
 * @param file where it lies
 * @param reason why not, as a sentence
 */
public record LeftOut(Path file, String reason) {}
