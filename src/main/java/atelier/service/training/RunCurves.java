package atelier.service.training;

import atelier.service.training.RunNumbers.Series;
import atelier.service.training.curves.Curve;
import atelier.service.training.curves.Curve.Look;
import atelier.service.training.curves.CurvesPicture;
import atelier.service.training.curves.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which curves of a run are drawn, and what is said beside them. */
final class RunCurves {

    private static final int LONGEST_TITLE = 40;

    private RunCurves() {}

    /**
     * The picture of a run.
     *
     * @param trigger the run's title
     */
    static CurvesPicture of(String trigger, RunNumbers numbers) {
        return new CurvesPicture(
                trigger.length() <= LONGEST_TITLE
                        ? trigger
                        : trigger.substring(0, LONGEST_TITLE - 1) + "…",
                String.format(Locale.ROOT, "step %,d of %,d", numbers.done(), numbers.steps())
                        + lowest(numbers),
                numbers.steps(),
                numbers.done(),
                new Panel("Loss", "", losses(numbers), false),
                rate(numbers),
                speed(numbers));
    }

    private static String lowest(RunNumbers numbers) {
        Series probe = numbers.probe();
        return probe.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  ·  lowest probe %.4f",
                        Arrays.stream(probe.values()).min().orElseThrow());
    }

    private static List<Curve> losses(RunNumbers numbers) {
        List<Curve> curves = new ArrayList<>();
        add(curves, "raw", Look.RAW, numbers.each(StepReport::loss));
        add(curves, "smoothed", Look.MAIN, numbers.smoothed());
        add(curves, "probe, fixed noise", Look.PROBE, numbers.probe());
        add(curves, "probe, pictures held back", Look.VALIDATION, numbers.validation());
        return curves;
    }

    private static Panel rate(RunNumbers numbers) {
        Series rates = numbers.each(StepReport::learningRate);
        List<Curve> curves = new ArrayList<>();
        add(curves, "learning rate", Look.RATE, rates);
        return new Panel(
                "Learning rate",
                rates.isEmpty() ? "" : CurvesPicture.number(rates.last()) + " now",
                curves,
                true);
    }

    private static Panel speed(RunNumbers numbers) {
        Series seconds = numbers.each(StepReport::seconds);
        List<Curve> curves = new ArrayList<>();
        add(curves, "seconds", Look.SPEED, seconds);
        return new Panel(
                "Seconds per step",
                seconds.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%.2f on average",
                                Arrays.stream(seconds.values()).average().orElseThrow()),
                curves,
                true);
    }

    private static void add(List<Curve> curves, String name, Look look, Series series) {
        if (!series.isEmpty()) {
            curves.add(new Curve(name, look, series.steps(), series.values()));
        }
    }
}
