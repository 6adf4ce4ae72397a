package atelier.cli.output;

import atelier.model.job.Progress;
import atelier.service.job.Pace;
import java.io.PrintWriter;

/** Progress as one JSON object to a line: for programs. */
final class JsonDisplay implements ProgressDisplay {

    private final PrintWriter out;
    private final Throttle throttle;

    /**
     * @param throttle how often a line may come between a stage's beginning and its end, which
     *     always have theirs
     */
    JsonDisplay(PrintWriter out, Throttle throttle) {
        this.out = out;
        this.throttle = throttle;
    }

    @Override
    public void show(Progress progress, Pace pace) {
        boolean edge = progress.done() == 0 || progress.done() == progress.total();
        if (!throttle.allows() && !edge) {
            return;
        }
        Facts facts =
                Facts.of("stage", progress.stage())
                        .and("unit", progress.unit())
                        .and("done", progress.done())
                        .and("total", progress.total());
        if (pace.perSecond(progress) > 0) {
            facts.and("perSecond", pace.perSecond(progress));
        }
        if (pace.secondsLeft(progress) >= 0) {
            facts.and("secondsLeft", pace.secondsLeft(progress));
        }
        if (!progress.detail().isEmpty()) {
            facts.and("detail", progress.detail());
        }
        out.println(JsonText.of("progress", facts));
        out.flush();
    }

    @Override
    public void notice(String sentence) {
        out.println(JsonText.of("notice", Facts.of("message", sentence)));
        out.flush();
    }

    @Override
    public void close() {}
}
