package atelier.model.training;

/**
 * What is kept of a run while it goes.
 *
 * @param checkpointEvery steps between two checkpoints, at least 1
 * @param keepLast how many of the newest checkpoints are kept besides the best and those that are
 *     pinned, at least 1
 */
public record SavingSettings(int checkpointEvery, int keepLast) {}
