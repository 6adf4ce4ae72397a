package atelier.model.training;

import atelier.model.adapter.AdapterFormat;

/**
 * What is trained, and how it is saved.
 *
 * @param targets which layers are trained
 * @param delta how the change of each is expressed
 * @param precision of the adapter's file
 * @param adapterFormat the names in it
 */
public record AdapterSettings(
        TrainingTargets targets,
        DeltaSettings delta,
        AdapterPrecision precision,
        AdapterFormat adapterFormat) {}
