package atelier.model.training;

import java.nio.file.Path;

/**
 * A drawn preview of a run.
 *
 * @param step after which it was drawn; 0 before the first
 * @param prompt number of its prompt, from 0
 * @param file a PNG
 */
public record RunPreview(long step, int prompt, Path file) {}
