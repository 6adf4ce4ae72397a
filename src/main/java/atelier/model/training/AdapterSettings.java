package atelier.model.training;

/**
 * What is trained, and how it is saved.
 *
 * @param targets which layers are trained
 * @param rank width of each layer's branch, at least 1
 * @param alpha the branches are multiplied by alpha/rank, above 0
 * @param precision of the adapter's file
 */
public record AdapterSettings(
        TrainingTargets targets, int rank, double alpha, AdapterPrecision precision) {}
