package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.settings.Look;
import atelier.ui.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window is closed over work that runs, opened again, and its queue is looked through. */
@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {

    @TempDir private Path home;
    private PatientRunner training;
    private StudioFixture fixture;
    private Studio studio;
    private Stage window;
    private CountDownLatch closed;

    @BeforeEach
    void open(FxRobot robot) {
        training = PatientRunner.savingLater(JobKind.TRAINING);
        fixture = StudioFixture.empty(home, training);
        closed = new CountDownLatch(1);
        robot.interact(() -> {
            window = new Stage();
            studio = fixture.studio(Language.ENGLISH, Look.DARK);
            studio.offerToGoOn();
            new StudioWindow(studio, closed::countDown).show(window);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::hide);
        training.letSave();
        fixture.close();
    }

    private long submit(String title, String name) {
        return fixture.jobs().submit(JobKind.TRAINING, title, new PatientRunner.Order(name)).id();
    }

    private static boolean isShown(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void askByTitleBar(FxRobot robot) {
        robot.interact(
                () -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void withoutWorkItClosesAtOnce(FxRobot robot) throws InterruptedException {
        askByTitleBar(robot);
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(window.isShowing()).isFalse();
    }

    @Test
    void overWorkItAsksSavesGoesAndOffersToGoOn(FxRobot robot) throws InterruptedException {
        long job = submit("Temir", "temir");
        fixture.jobs().start();
        PatientRunner.await(fixture.jobs(), job, JobState.RUNNING);
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(isShown(robot, "#closing")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#closing")).isFalse();

        askByTitleBar(robot);
        assertThat(window.isShowing()).isTrue();
        assertThat(isShown(robot, "#closing-progress")).isFalse();
        robot.clickOn("#closing-pause");
        assertThat(isShown(robot, "#closing-progress")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#closing")).as("it stays while work is saved").isTrue();
        assertThat(window.isShowing()).isTrue();

        training.letSave();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(training.saved).containsExactly("temir");
        fixture.close();

        open(robot);
        assertThat(text(robot, "#toast-text")).isEqualTo("Paused: Training Temir");
        fixture.jobs().start();
        robot.clickOn("#toast-undo");
        PatientRunner.await(fixture.jobs(), job, JobState.RUNNING);
    }

    @Test
    void theQuestionIsNotLostToTheKeyboardAndCanBeAskedAgain(FxRobot robot)
            throws InterruptedException {
        long job = submit("Temir", "temir");
        fixture.jobs().start();
        PatientRunner.await(fixture.jobs(), job, JobState.RUNNING);
        askByTitleBar(robot);
        Node sheet = robot.lookup("#closing").query();
        for (int press = 0; press < 12; press++) {
            robot.push(KeyCode.TAB);
            Node owner = window.getScene().getFocusOwner();
            assertThat(robot.from(sheet).lookup(owner::equals).tryQuery())
                    .as("the focus stays in front of the veil")
                    .isPresent();
        }
        robot.interact(studio::openQueue);
        assertThat(isShown(robot, "#closing")).as("something else was opened").isFalse();
        robot.push(KeyCode.ESCAPE);
        askByTitleBar(robot);
        assertThat(isShown(robot, "#closing")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#closing")).isFalse();
    }

    private List<String> titles() {
        WaitForAsyncUtils.waitForFxEvents();
        fixture.awaitQuiet();
        return studio.queue().jobs().stream().map(JobRecord::title).toList();
    }

    @Test
    void theQueueIsPutInOrderByKeysAndItsJobsArePausedCancelledAndTriedAgain(FxRobot robot) {
        long first = submit("first", "first");
        submit("second", "second");
        long third = submit("third", "third");
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertThat(text(robot, "#queue-list-count")).isEqualTo("3");
        robot.interact(() -> robot.lookup("#queue-move-" + third).query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        assertThat(titles()).containsExactly("first", "third", "second");
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        assertThat(titles()).as("the focus goes with it").startsWith("third", "first");
        robot.clickOn("#queue-cancel-" + first);
        assertThat(titles()).containsExactly("third", "second", "first");
        assertThat(text(robot, "#queue-list-count")).isEqualTo("2");
        robot.clickOn("#queue-retry-" + first);
        assertThat(titles()).containsExactly("third", "second", "first");
        robot.push(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#queue-list")).isFalse();
    }

    @Test
    void aFailedJobSaysWhyAndIsForgottenWhenAsked(FxRobot robot) throws InterruptedException {
        long job = submit("broken", "");
        fixture.jobs().start();
        PatientRunner.await(fixture.jobs(), job, JobState.FAILED);
        titles();
        robot.clickOn("#job-queue");
        assertThat(
                        robot.from(robot.lookup("#queue-list").<Node>query())
                                .lookup(".label")
                                .queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains(PatientRunner.FAILURE + " Step 3 is kept.");
        robot.clickOn("#queue-list-clear");
        assertThat(titles()).isEmpty();
    }
}
