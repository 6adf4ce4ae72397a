package atelier.model.restoration;

import java.nio.file.Path;

/**
 * An image to restore.
 *
 * @param source its file, which is never changed
 * @param name of the result within the folder of results, without its ending; no two are alike
 */
public record RestorationItem(Path source, String name) {}
