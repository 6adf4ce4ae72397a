package atelier.service.training;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured of a run so far, read from its folder, so that a run that is gone on
 * with has all of it.
 *
 * @param steps of the whole run
 * @param baseline what the probes came to before the first step
 * @param reports of the steps done, in order
 */
record RunNumbers(long steps, Probed baseline, List<StepReport> reports) {

    /** Copies the list. */
    RunNumbers {
        reports = List.copyOf(reports);
    }

    static RunNumbers read(RunFolder folder, long steps) {
        List<StepReport> reports = new ArrayList<>();
        if (Files.exists(folder.metrics())) {
            MetricsHistory.forEach(folder.metrics(), reports::add);
        }
        return new RunNumbers(steps, BaselineFile.read(folder.baseline()), reports);
    }

    /** Numbers by step. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Series(double[] steps, double[] values) {

        boolean isEmpty() {
            return steps.length == 0;
        }

        /** The newest value. */
        double last() {
            return values[values.length - 1];
        }
    }

    /** One number of each step. */
    Series each(ToDoubleFunction<StepReport> number) {
        return new Series(
                reports.stream().mapToDouble(StepReport::step).toArray(),
                reports.stream().mapToDouble(number).toArray());
    }

    /** The loss, smoothed. */
    Series smoothed() {
        SmoothedLoss smoothed = new SmoothedLoss(steps);
        return each(report -> smoothed.add(report.loss()));
    }

    /** The probe, beginning before the first step. */
    Series probe() {
        return measured(Probed::probe);
    }

    /** The probe on pictures held back, beginning before the first step. */
    Series validation() {
        return measured(Probed::validation);
    }

    private Series measured(Function<Probed, @Nullable Double> which) {
        SortedMap<Long, Double> values = new TreeMap<>();
        put(values, 0, which.apply(baseline));
        for (StepReport report : reports) {
            Probed probed = new Probed(report.probe(), report.validation());
            put(values, report.step(), which.apply(probed));
        }
        return new Series(
                values.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void put(SortedMap<Long, Double> values, long step, @Nullable Double value) {
        if (value != null) {
            values.put(step, value);
        }
    }

    /** Steps done. */
    long done() {
        return reports.isEmpty() ? 0 : reports.getLast().step();
    }
}
