package atelier.model.training;

import atelier.model.adapter.AdapterFormat;

/**
 * What is trained, and how it is saved.
 *
 * @param targets which layers are trained
 * @param delta how the change of each is expressed
 * @param emaDecay most of the adapter's moving average that stays at a step, below 1; the average
 *     is saved in place of the adapter then. 0 keeps none
 * @param precision of the adapter's file
 * @param adapterFormat the names in it
 */
public record AdapterSettings(
        TrainingTargets targets,
        DeltaSettings delta,
        double emaDecay,
        AdapterPrecision precision,
        AdapterFormat adapterFormat) {

    /** Whether all weights of the UNet are trained, and no adapter. */
    public boolean isFull() {
        return delta.method() == TrainingMethod.FULL;
    }
}
