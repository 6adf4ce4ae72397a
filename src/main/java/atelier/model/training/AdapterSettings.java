package atelier.model.training;

/**
 * What is trained, and how it is saved.
 *
 * @param targets which layers are trained
 * @param delta how the change of each is expressed
 * @param precision of the adapter's file
 */
public record AdapterSettings(
        TrainingTargets targets, DeltaSettings delta, AdapterPrecision precision) {}
