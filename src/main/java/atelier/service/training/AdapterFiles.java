package atelier.service.training;

import atelier.engine.weights.DType;
import atelier.model.training.TrainingPlan;

/** How the adapters of a run are written. */
final class AdapterFiles {

    private AdapterFiles() {}

    /** Of every number. */
    static DType type(TrainingPlan plan) {
        return switch (plan.adapter().precision()) {
            case FP16 -> DType.F16;
            case BF16 -> DType.BF16;
            case FP32 -> DType.F32;
        };
    }
}
