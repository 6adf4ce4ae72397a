package atelier.service.training.forecast;

import atelier.engine.bench.StepWork;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TimeForecast;
import java.util.Map;

/**
 * Forecasts a run's time from the arithmetic of its steps and the rate of a matrix product, of
 * which steps reach a share.
 */
final class StepTime {

    /**
     * Measured by {@code atelier bench train --full-size} on two cores in bf16 at 512 × 512, with
     * everything kept and computed twice.
     */
    private static final double KEPT_SHARE = 0.51;

    private static final double CHECKPOINTED_SHARE = 0.56;

    /**
     * What sd-scripts reaches with one picture a step on an RTX 3090 Ti, by its users' figures; an
     * RTX 4090 reaches 0.29 with eight.
     */
    private static final double GPU_SHARE = 0.15;

    /** The gradients of the weights are one pass more than the three of a step computed twice. */
    private static final double FULL_WORK = 4.0 / 3;

    /** Of a short caption. */
    private static final int TOKENS = 77;

    private StepTime() {}

    static TimeForecast of(PlannedRun run, DeviceChoice device, double rate) {
        int batchSize = run.plan().step().batchSize();
        double operations = 0;
        double batches = 0;
        for (Map.Entry<PlannedRun.Size, PlannedRun.Shown> shown : run.shown().entrySet()) {
            double average = shown.getValue().average();
            operations += average * operations(run, shown.getKey());
            batches += batchSize == 1 ? average : Math.ceil(average / batchSize);
        }
        return new TimeForecast(
                run.plan().steps(),
                run.plan().step().gradientAccumulation() * operations / batches,
                rate,
                share(device, run.checkpointed()));
    }

    private static double operations(PlannedRun run, PlannedRun.Size size) {
        double operations =
                StepWork.operations(
                        run.checkpoint().unet(),
                        size.height(),
                        size.width(),
                        TOKENS,
                        run.checkpointed());
        return run.plan().adapter().isFull() ? FULL_WORK * operations : operations;
    }

    private static double share(DeviceChoice device, boolean checkpointed) {
        if (device != DeviceChoice.CPU) {
            return GPU_SHARE;
        }
        return checkpointed ? CHECKPOINTED_SHARE : KEPT_SHARE;
    }
}
