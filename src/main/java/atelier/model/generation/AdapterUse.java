package atelier.model.generation;

import java.nio.file.Path;

/**
 * An adapter file and how strongly it acts.
 *
 * @param file the adapter
 * @param weight factor on its change of the weights; 1 is as trained, 0 is off, negative is away
 *     from it
 */
public record AdapterUse(Path file, double weight) {}
