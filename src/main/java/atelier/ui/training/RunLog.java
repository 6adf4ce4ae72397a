package atelier.ui.training;

import atelier.model.training.RunNews;
import atelier.model.training.TrainedStep;

/** Keeps the numbers of a run as they come in. Used by one thread at a time. */
final class RunLog {

    private final Series loss = new Series();
    private final Series smoothed = new Series();
    private final Series probe = new Series();
    private final Series rate = new Series();
    private final Series seconds = new Series();
    private boolean begun;
    private long done;

    /** Takes in what is new, and gives everything. */
    RunView add(RunNews news) {
        if (news.anew()) {
            for (Series series : new Series[] {loss, smoothed, probe, rate, seconds}) {
                series.clear();
            }
            begun = false;
            done = 0;
        }
        if (!begun && news.baseline() != null) {
            probe.add(0, news.baseline());
            begun = true;
        }
        for (TrainedStep step : news.trained()) {
            double number = step.step();
            loss.add(number, step.loss());
            smoothed.add(number, step.smoothed());
            rate.add(number, step.learningRate());
            seconds.add(number, step.seconds());
            if (step.probe() != null) {
                probe.add(number, step.probe());
            }
            done = step.step();
        }
        return new RunView(
                Long.parseLong(news.settings().getOrDefault("steps", "0")),
                done,
                loss.points(),
                smoothed.points(),
                probe.points(),
                rate.points(),
                seconds.points(),
                news.settings(),
                news.prompts(),
                news.previews(),
                news.checkpoints());
    }
}
