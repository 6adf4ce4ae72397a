package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.job.JobQueue;
import atelier.ui.shell.ClosingModel;
import atelier.ui.shell.ClosingModel.State;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the work when the window is closed, and at the next start. */
class ClosingTest {

    private final Texts texts = new Texts(Language.ENGLISH);
    private final ToastModel toasts = new ToastModel();
    @TempDir private Path folder;
    private PatientRunner training;
    private StudioFixture fixture;
    private ClosingModel closing;
    private List<State> states;

    @BeforeEach
    void open() {
        List<PatientRunner> runners = Stream.of(JobKind.values()).map(PatientRunner::of).toList();
        training = runners.get(JobKind.TRAINING.ordinal());
        fixture = StudioFixture.empty(folder, runners.toArray(PatientRunner[]::new));
        StudioServices services = fixture.atOnce();
        closing = new ClosingModel(services.jobs(), services.background(), toasts);
        states = new ArrayList<>();
        closing.state().subscribe((_, now) -> states.add(now));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private JobQueue queue() {
        return fixture.jobs();
    }

    private long begun(JobKind kind, String title) throws InterruptedException {
        long id = queue().submit(kind, title, new PatientRunner.Order(title)).id();
        queue().start();
        PatientRunner.await(queue(), id, JobState.RUNNING);
        return id;
    }

    private JobRecord job(long id) {
        return queue().jobs().job(id).orElseThrow();
    }

    private void offer() {
        StudioServices services = fixture.atOnce();
        new ResumeOffer(services.jobs(), services.background(), toasts).make();
    }

    @Test
    void whereNothingRunsTheWindowGoesAtOnce() {
        queue().submit(JobKind.TRAINING, "later", new PatientRunner.Order("later"));
        closing.ask();
        assertThat(states).containsExactly(State.CLOSED);
    }

    @Test
    void workThatRunsIsAskedAboutOnceAndGoesOnWhereTheWindowStays() throws InterruptedException {
        long id = begun(JobKind.TRAINING, "Training Temir");
        closing.ask();
        closing.ask();
        assertThat(states).containsExactly(State.ASKING);
        assertThat(texts.say(closing.question())).isEqualTo("Pause “Training Temir” and close?");
        closing.stay();
        assertThat(states).containsExactly(State.ASKING, State.OPEN);
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
        assertThat(training.saved).isEmpty();
    }

    @Test
    void withoutTheQuestionNothingIsPaused() throws InterruptedException {
        long id = begun(JobKind.TRAINING, "Training Temir");
        closing.pauseAndClose();
        assertThat(states).isEmpty();
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void whatRunsIsSavedBeforeTheWindowGoesAndWhatWaitsIsNotBegun() throws InterruptedException {
        long id = begun(JobKind.TRAINING, "Training Temir");
        long next = queue().submit(JobKind.TRAINING, "next", new PatientRunner.Order("next")).id();
        closing.ask();
        closing.pauseAndClose();
        assertThat(states).containsExactly(State.ASKING, State.SAVING, State.CLOSED);
        assertThat(training.saved).containsExactly("Training Temir");
        assertThat(job(id).state()).isEqualTo(JobState.PAUSED);
        assertThat(job(next).state()).isEqualTo(JobState.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void theNextStartOffersToGoOn(JobKind kind) throws InterruptedException {
        long id = begun(kind, "Temir");
        closing.ask();
        closing.pauseAndClose();
        close();
        open();
        assertThat(job(id).state()).as("nothing goes on by itself").isEqualTo(JobState.PAUSED);
        offer();
        Toast offered = toasts.current().get();
        assertThat(texts.say(offered.text()))
                .isEqualTo(kind == JobKind.TRAINING ? "Paused: Training Temir" : "Paused: Temir");
        assertThat(texts.say(offered.detail())).isEqualTo("Step 3 of 8");
        assertThat(offered.stays()).isTrue();
        toasts.press();
        assertThat(job(id).state()).isEqualTo(JobState.QUEUED);
        queue().start();
        PatientRunner.await(queue(), id, JobState.RUNNING);
    }

    @Test
    void severalAreAskedAboutTogetherAndGoOnInTheirOrder() throws InterruptedException {
        begun(JobKind.DOWNLOAD, "SDXL");
        long first = begun(JobKind.TRAINING, "Training Temir");
        long second = queue().submit(JobKind.TRAINING, "second", new PatientRunner.Order("b")).id();
        queue().pause(second);
        closing.ask();
        assertThat(texts.say(closing.question())).isEqualTo("Pause 2 jobs and close?");
        assertThat(texts.say(closing.progress())).isEqualTo("SDXL, Training Temir");
        closing.pauseAndClose();
        close();
        open();
        // As in the window, where the queue waits for work already.
        queue().start();
        offer();
        assertThat(texts.say(toasts.current().get().text())).isEqualTo("3 jobs are paused");
        toasts.press();
        PatientRunner.await(queue(), first, JobState.RUNNING);
        assertThat(job(second).state()).as("it was the last").isEqualTo(JobState.QUEUED);
        assertThat(queue().jobs().jobs())
                .extracting(JobRecord::title)
                .containsExactly("SDXL", "Training Temir", "second");
    }

    @Test
    void withoutPausedWorkNothingIsOffered() {
        queue().submit(JobKind.TRAINING, "later", new PatientRunner.Order("later"));
        offer();
        assertThat(toasts.current().get()).isNull();
    }
}
