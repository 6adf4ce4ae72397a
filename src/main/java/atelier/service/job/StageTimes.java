package atelier.service.job;

import atelier.model.job.Progress;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each stage of a job has taken. A stage that another comes into, as previews come into
 * training, is gone on with where it was left: the other's time does not count as its own, so that
 * its speed and the time left stay what they are.
 */
public final class StageTimes {

    private static final double NANOS = 1e9;

    private static final class Stage {
        private final long doneAtStart;
        private long done;
        private long startedAt;
        private long leftAt;

        Stage(long done, long now) {
            this.doneAtStart = done;
            this.startedAt = now;
        }
    }

    private final Map<String, Stage> stages = new HashMap<>();
    private String last = "";
    private long lastAt;

    /**
     * The pace of a stage.
     *
     * @param progress of it, now
     * @param now in nanoseconds
     */
    public Pace pace(Progress progress, long now) {
        Stage stage = stages.get(progress.stage());
        boolean back = !progress.stage().equals(last);
        if (stage == null || progress.done() < stage.done || (back && progress.done() == 0)) {
            stage = new Stage(progress.done(), now);
            stages.put(progress.stage(), stage);
        } else if (back) {
            stage.startedAt += lastAt - stage.leftAt;
        }
        Stage left = stages.get(last);
        if (back && left != null) {
            left.leftAt = now;
        }
        stage.done = progress.done();
        last = progress.stage();
        lastAt = now;
        return new Pace(stage.doneAtStart, (now - stage.startedAt) / NANOS);
    }
}
