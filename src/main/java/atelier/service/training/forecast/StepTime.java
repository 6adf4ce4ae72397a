package atelier.service.training.forecast;

import atelier.engine.bench.StepWork;
import atelier.engine.bench.UNetWork;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TimeForecast;
import java.util.Map;

/**
 * Forecasts a run's time from the arithmetic of its steps and the rate of a matrix product, of
 * which steps reach a share, and from the calls that the arithmetic is done by.
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
    static final double GPU_SHARE = 0.15;

    /** Of a short caption. */
    static final int TOKENS = 77;

    /**
     * What a call of a block takes beside its arithmetic: measured on the tiny model, whose
     * predictions take 30 to 50 ms and whose steps take 0.1 s on two cores.
     */
    static final double CALL = 0.6e-3;

    /** The way back calls each block once more, and does twice as much there. */
    private static final int CALLS_OF_A_STEP = 3;

    private StepTime() {}

    /**
     * @param file bytes of the adapter's file
     * @param state bytes of a state to resume from
     */
    static TimeForecast of(
            PlannedRun run, DeviceChoice device, double rate, long file, long state) {
        StepWork work = StepWork.of(run.plan(), run.checkpointed());
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
        int accumulation = run.plan().step().gradientAccumulation();
        return new TimeForecast(
                run.plan().steps(),
                accumulation * operations / batches,
                rate,
                share(device, work),
                accumulation * CALLS_OF_A_STEP * CALL * UNetWork.calls(run.checkpoint().unet()),
                TimeBesideSteps.of(run, device == DeviceChoice.CPU, rate, file, state));
    }

    private static double share(DeviceChoice device, StepWork work) {
        if (device != DeviceChoice.CPU) {
            return GPU_SHARE;
        }
        return work.isWrittenOut() ? WRITTEN_OUT_SHARE : RECORDED_SHARE;
    }
}
