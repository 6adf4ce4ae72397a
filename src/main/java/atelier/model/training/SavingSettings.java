package atelier.model.training;

/**
 * What is kept of a run while it goes.
 *
 * @param checkpointEvery steps between two checkpoints, at least 1
 */
public record SavingSettings(int checkpointEvery) {}
