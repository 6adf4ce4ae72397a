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
     * everything kept and with parts computed again: 11.0 and 13.6 s at 405 GFLOP/s.
     */
    private static final double WRITTEN_OUT_SHARE = 0.72;

    /** The same before the way back was written out, which took 16.6 and 22 s at 375 GFLOP/s. */
    private static final double RECORDED_SHARE = 0.53;

    /**
     * What sd-scripts reaches with one picture a step on an RTX 3090 Ti, by its users' figures; an
     * RTX 4090 reaches 0.29 with eight.
     */
    private static final double GPU_SHARE = 0.15;

    /** Of a short caption. */
    private static final int TOKENS = 77;

    private StepTime() {}

    static TimeForecast of(PlannedRun run, DeviceChoice device, double rate) {
        StepWork work = work(run);
        int batchSize = run.plan().step().batchSize();
        double operations = 0;
        double batches = 0;
        for (Map.Entry<PlannedRun.Size, PlannedRun.Shown> shown : run.shown().entrySet()) {
            PlannedRun.Size size = shown.getKey();
            double average = shown.getValue().average();
            operations +=
                    average
                            * work.operations(
                                    run.checkpoint().unet(), size.height(), size.width(), TOKENS);
            batches += batchSize == 1 ? average : Math.ceil(average / batchSize);
        }
        return new TimeForecast(
                run.plan().steps(),
                run.plan().step().gradientAccumulation() * operations / batches,
                rate,
                share(device, work));
    }

    private static StepWork work(PlannedRun run) {
        return new StepWork(
                run.plan().adapter().targets(),
                run.plan().adapter().delta(),
                run.plan().textEncoders().trained(),
                run.checkpointed());
    }

    private static double share(DeviceChoice device, StepWork work) {
        if (device != DeviceChoice.CPU) {
            return GPU_SHARE;
        }
        return work.isWrittenOut() ? WRITTEN_OUT_SHARE : RECORDED_SHARE;
    }
}
