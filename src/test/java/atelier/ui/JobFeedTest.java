package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.ui.shell.DeviceStatus;
import atelier.ui.shell.JobAction;
import atelier.ui.shell.JobBarModel;
import atelier.ui.shell.Place;
import atelier.ui.shell.ShellModel;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job bar says of the queue. */
class JobFeedTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:04:00Z");
    private static final JobStatus BEGUN = JobStatus.ORDERED.begun(NOW);

    private final Texts texts = new Texts(Language.ENGLISH);
    private final ShellModel shell = new ShellModel(Place.DATASET);
    private final JobBarModel bar =
            new JobBarModel(
                    new DeviceStatus(true, Phrase.plain(""), Phrase.plain(""), 0, 1), _ -> {});
    @TempDir private Path folder;
    private StudioFixture fixture;
    private JobFeed feed;

    @BeforeEach
    void open() {
        fixture = StudioFixture.empty(folder);
        StudioServices services = fixture.atOnce();
        feed = new JobFeed(services.jobs(), services.background(), shell, new ToastModel());
        feed.feed(bar);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void hear(JobStatus... jobs) {
        feed.changed(
                new JobList(
                        java.util.stream.IntStream.range(0, jobs.length)
                                .mapToObj(i ->
                                        new JobRecord(
                                                i,
                                                JobKind.TRAINING,
                                                "Temir",
                                                "{}",
                                                NOW,
                                                i,
                                                jobs[i]))
                                .toList()));
    }

    private String title() {
        Phrase title = bar.status().get().title();
        return title == null ? "" : texts.say(title);
    }

    private String detail() {
        return texts.say(bar.status().get().detail());
    }

    @Test
    void anEmptyQueueSaysSo() {
        hear();
        assertThat(detail()).startsWith("Nothing is running");
        assertThat(bar.waiting().get()).isZero();
    }

    @Test
    void whatRunsIsShownWithItsSpeedAndTheNumberOfThoseThatWait() {
        hear(
                BEGUN.progressed(Progress.of("Training", 740, 1200, "step"), 0.4, 1080),
                JobStatus.ORDERED,
                JobStatus.ORDERED);
        assertThat(title()).isEqualTo("Training Temir");
        assertThat(detail()).isEqualTo("Step 740 of 1,200");
        assertThat(bar.status().get().progress()).isEqualTo(740.0 / 1200);
        assertThat(texts.say(bar.status().get().speed())).isEqualTo("2.5 s/step");
        assertThat(bar.status().get().secondsLeft()).isEqualTo(1080.0);
        assertThat(bar.waiting().get()).isEqualTo(2);
        assertThat(shell.working()).containsExactly(Place.TRAINING);
    }

    @Test
    void aPausedJobOffersToGoOn() {
        hear(BEGUN.paused(""));
        assertThat(title()).isEqualTo("Paused: Training Temir");
        assertThat(bar.status().get().actions()).containsExactly(JobAction.RESUME);
        assertThat(shell.working()).isEmpty();
    }

    @Test
    void aFailureSaysWhatHappenedAndWhatWasKept() {
        hear(BEGUN.over(JobState.FAILED, "The disk is full.", "Checkpoint 720 is kept.", NOW));
        assertThat(title()).isEqualTo("Training Temir failed");
        assertThat(detail()).isEqualTo("The disk is full. Checkpoint 720 is kept.");
        assertThat(bar.status().get().actions())
                .isEqualTo(List.of(JobAction.DETAILS, JobAction.RETRY));
    }

    @Test
    void aJobThatIsDoneLeavesTheBarEmpty() {
        hear(BEGUN.over(JobState.DONE, "", "", NOW));
        assertThat(detail()).startsWith("Nothing is running");
    }
}
