package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.adapter.AdapterFormat;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.Checkpointing;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.TrainingPlan;

/** What goes with {@code method=full}, where each gradient is used and freed at once. */
final class FullMethod {

    /** The optimizer that remembers least. */
    static final String OPTIMIZER = "adafactor";

    /** Whole weights bear smaller steps than the factors of an adapter. */
    static final double LEARNING_RATE = 1e-5;

    private FullMethod() {}

    /** Those of the optimizer: steps of the learning rate itself. */
    static OptimizerSettings usual(OptimizerSettings usual) {
        return usual.with(new AdafactorSettings(false, false, false));
    }

    /**
     * Checks that settings go together.
     *
     * @throws AtelierException if one does not go with the method
     */
    static void requireFit(TrainingPlan plan) {
        if (!plan.adapter().isFull()) {
            return;
        }
        refuse(
                !plan.optimization().optimizer().equals(OPTIMIZER),
                "changes weights with adafactor alone, as others remember more than the weights take: set optimizer=adafactor");
        refuse(
                plan.optimization().beta1() > 0,
                "has no room for a mean of all gradients: set beta1=0");
        refuse(
                plan.step().gradientAccumulation() > 1,
                "has no room to sum gradients up: set gradientAccumulation=1, and batchSize instead");
        refuse(
                plan.step().checkpointing() == Checkpointing.OFF,
                "always computes blocks again on the way back: leave checkpointing out, or set it to on");
        refuse(
                plan.textEncoders().trained(),
                "trains the UNet alone: set textEncoder1Rate=0 and textEncoder2Rate=0");
        refuse(plan.adapter().delta().dora(), "trains no adapter: set dora=false");
        refuse(plan.adapter().emaDecay() > 0, "has no room for an average: set emaDecay=0");
        refuse(
                plan.adapter().adapterFormat() == AdapterFormat.DIFFUSERS,
                "writes a whole model, laid out as the one that it began with: leave adapterFormat out");
    }

    private static void refuse(boolean unfit, String why) {
        if (unfit) {
            throw new AtelierException("method=full %s, or choose method=lora.".formatted(why));
        }
    }
}
