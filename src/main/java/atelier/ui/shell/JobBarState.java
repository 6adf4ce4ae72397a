package atelier.ui.shell;

import atelier.ui.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the job bar says of the work.
 *
 * @param icon its icon's name
 * @param tone of the icon and the progress
 * @param title what it is; null where the detail says everything
 * @param detail how it stands
 * @param progress from 0 to 1; negative while it is not known, null for no progress at all
 * @param speed such as 2.4 s/step; null where it is not known
 * @param secondsLeft null where it is not known
 * @param actions what can be done about it
 */
public record JobBarState(
        String icon,
        Tone tone,
        @Nullable Phrase title,
        Phrase detail,
        @Nullable Double progress,
        @Nullable Phrase speed,
        @Nullable Double secondsLeft,
        List<JobAction> actions) {

    /** Copies the list. */
    public JobBarState {
        actions = List.copyOf(actions);
    }

    /** Nothing runs. */
    public static JobBarState idle(Phrase sentence) {
        return new JobBarState(
                "check-circle", Tone.QUIET, null, sentence, null, null, null, List.of());
    }

    /** Work runs. */
    public static JobBarState running(
            Place place,
            Phrase title,
            Phrase detail,
            double progress,
            @Nullable Phrase speed,
            @Nullable Double secondsLeft) {
        return new JobBarState(
                place.icon(),
                Tone.ACTIVE,
                title,
                detail,
                progress,
                speed,
                secondsLeft,
                List.of(JobAction.PAUSE, JobAction.CANCEL));
    }

    /** Work runs, but slower for want of memory; the detail says how. */
    public static JobBarState shortOfMemory(Phrase detail, double progress) {
        return new JobBarState(
                "alert-triangle",
                Tone.WARNING,
                Phrase.of("job.short-of-memory"),
                detail,
                progress,
                null,
                null,
                List.of(JobAction.PAUSE, JobAction.CANCEL));
    }

    /** Work waits for the user. */
    public static JobBarState paused(Phrase title, double progress) {
        return new JobBarState(
                "pause-circle",
                Tone.WARNING,
                title,
                Phrase.of("job.paused"),
                progress,
                null,
                null,
                List.of(JobAction.RESUME));
    }

    /** Work failed; the detail says why, and what was kept. */
    public static JobBarState failed(Phrase title, Phrase detail) {
        return new JobBarState(
                "alert-circle",
                Tone.DANGER,
                title,
                detail,
                null,
                null,
                null,
                List.of(JobAction.DETAILS, JobAction.RETRY));
    }

    /** The graphics card that was asked for is not there, and the job waits. */
    public static JobBarState noDevice() {
        return new JobBarState(
                "alert-circle",
                Tone.DANGER,
                Phrase.of("job.no-gpu"),
                Phrase.of("job.no-gpu-detail"),
                null,
                null,
                null,
                List.of(JobAction.USE_CPU, JobAction.TRY_AGAIN));
    }
}
