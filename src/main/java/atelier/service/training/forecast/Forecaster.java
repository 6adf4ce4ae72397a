package atelier.service.training.forecast;

import atelier.engine.lora.AdapterSize;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.training.adapters.AdapterOutline;
import atelier.model.training.AdapterForecast;
import atelier.model.training.ForecastNeed;
import atelier.model.training.TrainingForecast;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells what a run will come to, from the sizes of the model and the pictures alone. */
public final class Forecaster {

    private final Machine machine;

    /** For that machine. */
    public Forecaster(Machine machine) {
        this.machine = machine;
    }

    /**
     * Forecasts; called on the lane, as it measures the machine's rate.
     *
     * @param size of the adapter's file
     */
    public TrainingForecast forecast(
            PlannedRun run, AdapterSize size, Torch torch, ComputeDevice device) {
        AdapterOutline outline = run.outline();
        boolean full = run.plan().adapter().isFull();
        long file =
                full
                        ? FullRun.bytes(run)
                        : size.bytes(run.adapter(), outline.layers(), run.description());
        OptionalLong total = machine.memory(device);
        ForecastNeed memory =
                new ForecastNeed(
                        MemoryNeed.of(run, outline, device.type()),
                        total.isPresent() ? total.getAsLong() : null);
        ForecastNeed disk =
                new ForecastNeed(DiskNeed.of(run, outline, file), machine.free(run.adapter()));
        String instead = ForecastCheck.instead(full, run.checkpointed());
        return new TrainingForecast(
                run.pictures().size(),
                StepTime.of(
                        run,
                        device.kind(),
                        machine.rate(torch, device),
                        file,
                        Float.BYTES * run.stateNumbers(outline)),
                run.checkpointed(),
                new AdapterForecast(
                        full ? FullRun.layers(run) : outline.layers().size(),
                        outline.numbers(),
                        file),
                memory,
                disk,
                ForecastCheck.memoryWarning(memory, instead).stream().toList(),
                Stream.of(
                                ForecastCheck.memoryObstacle(memory, instead),
                                ForecastCheck.diskObstacle(disk, run.adapter()))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
