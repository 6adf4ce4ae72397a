package atelier.ui.training;

import atelier.model.training.Speed;
import atelier.model.training.TrainingForecast;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** The six numbers over a run. */
final class StatRow {

    private final Texts texts;
    private final Clock clock;
    private final GridPane grid;
    private final Stat step;
    private final Stat loss;
    private final Stat probe;
    private final Stat speed;
    private final Stat left;
    private final Stat memory;
    private int columns;

    /**
     * @param grid takes them
     * @param clock for when it ends
     */
    StatRow(GridPane grid, Texts texts, Clock clock) {
        this.grid = grid;
        this.texts = texts;
        this.clock = clock;
        step = new Stat("stat-step", texts, Phrase.of("training.stat-step"));
        loss = new Stat("stat-loss", texts, Phrase.of("training.stat-loss"));
        probe = new Stat("stat-probe", texts, Phrase.of("training.stat-probe"));
        speed = new Stat("stat-speed", texts, Phrase.of("training.stat-speed"));
        left = new Stat("stat-left", texts, Phrase.of("training.stat-left"));
        memory = new Stat("stat-memory", texts, Phrase.of("training.stat-memory"));
    }

    /** Places them in so many columns. */
    void arrange(int count) {
        if (columns == count) {
            return;
        }
        columns = count;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        List<Stat> all = List.of(step, loss, probe, speed, left, memory);
        for (int i = 0; i < all.size(); i++) {
            grid.add(all.get(i), i % count, i / count);
        }
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            grid.getColumnConstraints().add(column);
        }
    }

    /** Shows how a run stands; without one, what it would come to. */
    void show(TrainingModel model) {
        RunView run = model.run().get();
        SpeedForecast made = model.forecasts().get().get(speed(model));
        TrainingForecast forecast = made == null ? null : made.forecast();
        boolean begun = run.done() > 0;
        if (run.steps() > 0) {
            step.show(
                    Phrase.of("training.axis-step", run.done()),
                    Phrase.of("training.stat-of", run.steps()));
        } else {
            step.none();
        }
        if (begun) {
            loss.show(
                    Phrase.of("training.four", run.smoothed().last()),
                    Phrase.of("training.stat-raw", run.loss().last()));
            double mean = recent(run.seconds());
            speed.show(
                    Phrase.of("training.stat-second", mean),
                    Phrase.of(
                            "training.stat-batch", run.settings().getOrDefault("batchSize", "1")));
        } else {
            loss.none();
            speed.none();
        }
        if (run.probe().size() > 0) {
            probe.show(
                    Phrase.of("training.four", run.probe().last()),
                    Phrase.of("training.stat-lowest", run.probe().values()[run.probe().lowest()]));
        } else {
            probe.none();
        }
        showLeft(model, run, forecast);
        if (forecast == null) {
            memory.none();
        } else {
            memory.show(
                    Phrase.of("training.memory", forecast.memory().bytes()),
                    Phrase.of("training.stat-planned"));
        }
    }

    private static Speed speed(TrainingModel model) {
        return model.plan().speed().get();
    }

    private void showLeft(TrainingModel model, RunView run, @Nullable TrainingForecast forecast) {
        TrainingJob job = model.job().get();
        if (model.stage() == RunStage.RUNNING && job != null && run.done() > 0) {
            double seconds =
                    job.job().status().secondsLeft() >= 0
                            ? job.job().status().secondsLeft()
                            : (run.steps() - run.done()) * recent(run.seconds());
            String end =
                    LocalTime.now(clock)
                            .plus(Duration.ofSeconds(Math.round(seconds)))
                            .format(
                                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                            .withLocale(texts.language().get().locale()));
            left.show(
                    Phrase.of("training.card-time", seconds), Phrase.of("training.stat-ends", end));
        } else if (!model.locked() && forecast != null) {
            left.show(
                    Phrase.of("training.stat-none"),
                    Phrase.of("training.stat-forecast", forecast.time().seconds()));
        } else {
            left.show(Phrase.of("training.stat-none"), Phrase.plain(""));
        }
    }

    /** The mean of the last few, as a preview makes one step long. */
    private static double recent(Points seconds) {
        int count = Math.min(20, seconds.size());
        double sum = 0;
        for (int i = seconds.size() - count; i < seconds.size(); i++) {
            sum += seconds.values()[i];
        }
        return sum / count;
    }
}
