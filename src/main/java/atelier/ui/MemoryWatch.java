package atelier.ui;

import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobBarModel;
import atelier.ui.work.Background;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Keeps the job bar's amount of memory up to date. */
final class MemoryWatch {

    private static final Duration BETWEEN = Duration.seconds(2);

    private final Background background;
    private final LongSupplier used;
    private final JobBarModel jobs;

    /**
     * @param used how many bytes are in use; called beside the JavaFX thread
     */
    MemoryWatch(Background background, LongSupplier used, JobBarModel jobs) {
        this.background = background;
        this.used = used;
        this.jobs = jobs;
    }

    /** Looks now and then, as long as the window is there. */
    void start() {
        Timeline timeline = new Timeline(new KeyFrame(BETWEEN, _ -> look()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private void look() {
        background.run(used::getAsLong, this::show, _ -> {});
    }

    private void show(long bytes) {
        DeviceStatus now = jobs.device().get();
        jobs.device()
                .set(
                        new DeviceStatus(
                                now.sound(), now.name(), now.detail(), bytes, now.memoryTotal()));
    }
}
