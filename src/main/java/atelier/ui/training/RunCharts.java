package atelier.ui.training;

import atelier.ui.component.ChartContent;
import atelier.ui.component.Curve;
import atelier.ui.component.CurveChart;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the three charts of a run show. */
final class RunCharts {

    private static final int FORECAST_POINTS = 200;

    private final CurveChart loss;
    private final CurveChart rate;
    private final CurveChart seconds;
    private final Texts texts;

    RunCharts(CurveChart loss, CurveChart rate, CurveChart seconds, Texts texts) {
        this.loss = loss;
        this.rate = rate;
        this.seconds = seconds;
        this.texts = texts;
    }

    /** Shows a run, or before it what its plan says. */
    void show(TrainingModel model) {
        RunView run = model.run().get();
        double steps = run.steps() > 0 ? run.steps() : planned(model);
        boolean going = run.done() > 0 && run.done() < steps;
        ChartContent losses =
                new ChartContent(
                        steps,
                        List.of(
                                curve("raw", run.loss()),
                                curve("smoothed", run.smoothed()),
                                new Curve(
                                        "probe", run.probe().steps(), run.probe().values(), true)),
                        false,
                        going ? (double) run.done() : null,
                        lowest(run));
        boolean fine = run.done() > 0 && run.smoothed().last() < 0.05;
        loss.words(
                x -> texts.say("training.axis-step", Math.round(x)),
                y -> texts.say(fine ? "training.axis-fine" : "training.axis-loss", y),
                texts.say("training.now"));
        loss.show(losses);
        showRate(model, run, steps);
        boolean quick = Arrays.stream(run.seconds().values()).average().orElse(0) < 1;
        seconds.words(
                x -> texts.say("training.axis-step", Math.round(x)),
                y ->
                        y == 0
                                ? texts.say("training.axis-step", 0)
                                : texts.say(
                                        quick ? "training.axis-loss" : "training.axis-seconds", y),
                "");
        seconds.show(
                new ChartContent(steps, List.of(curve("speed", run.seconds())), true, null, null));
    }

    private void showRate(TrainingModel model, RunView run, double steps) {
        List<Curve> rates = new ArrayList<>();
        if (!model.copying().get() && model.plan().error() == null) {
            List<Double> planned = model.plan().rates(FORECAST_POINTS);
            double[] x = new double[planned.size()];
            double[] y = new double[planned.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = 1 + (steps - 1) * i / (x.length - 1);
                y[i] = planned.get(i);
            }
            rates.add(new Curve("future", x, y, false));
        }
        rates.add(curve("rate", run.rate()));
        rate.words(
                x -> texts.say("training.axis-step", Math.round(x)),
                y -> texts.say("training.axis-rate", y),
                "");
        rate.show(new ChartContent(steps, rates, true, null, null));
    }

    private static double planned(TrainingModel model) {
        return model.plan().error() == null
                ? Double.parseDouble(model.plan().plan().getOrDefault("steps", "1"))
                : 1;
    }

    private static Curve curve(String style, Points points) {
        return new Curve(style, points.steps(), points.values(), false);
    }

    private ChartContent.@Nullable Mark lowest(RunView run) {
        int lowest = run.probe().lowest();
        return lowest < 0 || run.done() == 0
                ? null
                : new ChartContent.Mark(
                        run.probe().steps()[lowest],
                        run.probe().values()[lowest],
                        texts.say("training.lowest-probe", run.probe().values()[lowest]));
    }
}
