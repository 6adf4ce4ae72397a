package atelier.service.training.forecast;

import atelier.engine.torch.ComputeType;
import atelier.engine.training.FullTrainingMemory;
import atelier.engine.weights.Component;
import atelier.engine.weights.UNetShapes;
import atelier.engine.weights.WeightSource;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.ForecastPart;
import java.util.Collection;
import java.util.List;

/** What training all weights of a UNet comes to. */
final class FullRun {

    private FullRun() {}

    /** Memory beside the base model, the activations and the copy to save. */
    static List<ForecastPart> memory(PlannedRun run, ComputeType type) {
        FullTrainingMemory memory =
                FullTrainingMemory.of(
                        UNetShapes.of(run.checkpoint().unet()),
                        type == ComputeType.FLOAT32 ? Float.BYTES : Short.BYTES);
        return List.of(
                new ForecastPart("trained weights", memory.weights()),
                new ForecastPart("optimizer", memory.optimizer()),
                new ForecastPart("gradients of a block", memory.gradient() + memory.working()));
    }

    /** Bytes of the finished model without its header. */
    static long bytes(PlannedRun run) {
        int bytes =
                run.plan().adapter().precision() == AdapterPrecision.FP32
                        ? Float.BYTES
                        : Short.BYTES;
        long all = 0;
        for (Component component : run.checkpoint().components()) {
            Collection<WeightSource> weights = run.checkpoint().weights(component).values();
            all +=
                    component == Component.UNET
                            ? bytes * weights.stream().mapToLong(WeightSource::elements).sum()
                            : weights.stream().mapToLong(WeightSource::bytes).sum();
        }
        return all;
    }

    /** How many layers have a weight. */
    static int layers(PlannedRun run) {
        return Math.toIntExact(
                UNetShapes.of(run.checkpoint().unet()).keySet().stream()
                        .filter(name -> name.endsWith(".weight"))
                        .count());
    }
}
