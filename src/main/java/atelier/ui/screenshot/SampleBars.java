package atelier.ui.screenshot;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
import atelier.ui.Studio;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobAction;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.Place;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;

/** What the job bar says of work that there never was, for pictures of the window. */
final class SampleBars {

    private static final double SHARE = 0.617;
    private static final double SECONDS = 1080;
    private static final int WAITING = 2;
    private static final long IN_USE = 12L << 30;
    private static final DeviceInUse DEVICE = new DeviceInUse(DeviceChoice.CPU, "CPU", "bf16");

    private SampleBars() {}

    /** Goes to a place, where the bar says that of the work; two wait while something runs. */
    static void at(Studio studio, Place place, JobBarState status) {
        studio.shell().go(place);
        show(studio, place, status);
    }

    /**
     * Says that of the work.
     *
     * @param place where it belongs
     */
    static void show(Studio studio, Place place, JobBarState status) {
        if (status.actions().contains(JobAction.PAUSE)) {
            studio.shell().working().add(place);
            studio.jobs().waiting().set(WAITING);
            DeviceStatus device = studio.jobs().device().get();
            studio.jobs().device().set(device.in(DEVICE).withMemory(IN_USE));
        }
        studio.jobs().status().set(status);
    }

    static JobBarState idle() {
        return JobBarState.idle(Phrase.of("job.idle"));
    }

    static JobBarState training() {
        return JobBarState.running(
                Place.TRAINING,
                Phrase.of("sample.training"),
                Phrase.of("sample.step", 740, 1200),
                SHARE,
                Phrase.of("sample.speed", 2.4),
                SECONDS);
    }

    static JobBarState restoring() {
        return JobBarState.running(
                Place.RESTORATION,
                Phrase.of("sample.restoring"),
                Phrase.of("job.done-of", 5, 16),
                5 / 16.0,
                null,
                18.0);
    }

    static JobBarState comparing() {
        return JobBarState.running(
                Place.REVIEW,
                Phrase.of("sample.comparing"),
                Phrase.of("job.done-of", 56, 60),
                56 / 60.0,
                null,
                16.0);
    }

    static JobBarState paused() {
        return JobBarState.paused(Phrase.of("sample.paused", 740, 1200), SHARE);
    }

    static JobBarState shortOfMemory() {
        return JobBarState.shortOfMemory(Phrase.of("sample.ladder"), 0.41);
    }

    static JobBarState failed() {
        return failed(Phrase.of("sample.disk"));
    }

    /**
     * A training failed.
     *
     * @param why in sentences
     */
    static JobBarState failed(Phrase why) {
        return JobBarState.failed(Phrase.of("sample.failed"), why);
    }

    /** The graphics card that a job waits for is not there. */
    static void noGpu(Studio studio) {
        at(studio, Place.GENERATION, JobBarState.noDevice());
        studio.jobs().waiting().set(1);
        DeviceStatus device = studio.jobs().device().get();
        studio.jobs()
                .device()
                .set(
                        new DeviceStatus(
                                false,
                                Phrase.of("job.no-gpu"),
                                Phrase.of("sample.driver"),
                                device.memoryUsed(),
                                device.memoryTotal()));
        studio.toasts().show(Toast.failed(Phrase.of("job.no-gpu-detail"), null));
    }
}
