package atelier.ui;

import atelier.model.settings.DeviceInUse;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobBarModel;
import atelier.ui.work.Background;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Keeps up to date what the job bar says of the machine: its processor, and the memory in use. */
final class MachineWatch {

    private static final Duration BETWEEN = Duration.seconds(2);

    private final Background background;
    private final Supplier<Optional<DeviceInUse>> device;
    private final LongSupplier used;
    private final JobBarModel jobs;

    /**
     * @param device the processor that computes; asked beside the JavaFX thread, as is the rest
     * @param used how many bytes are in use
     */
    MachineWatch(
            Background background,
            Supplier<Optional<DeviceInUse>> device,
            LongSupplier used,
            JobBarModel jobs) {
        this.background = background;
        this.device = device;
        this.used = used;
        this.jobs = jobs;
    }

    /** Looks now and then, as long as the window is there. */
    void start() {
        Timeline timeline = new Timeline(new KeyFrame(BETWEEN, _ -> look()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
    }

    private record Seen(Optional<DeviceInUse> device, long used) {}

    /** Looks once. */
    void look() {
        background.run(() -> new Seen(device.get(), used.getAsLong()), this::show, _ -> {});
    }

    private void show(Seen seen) {
        DeviceStatus now = jobs.device().get();
        DeviceStatus known = seen.device().map(now::in).orElse(now);
        jobs.device().set(known.withMemory(seen.used()));
    }
}
