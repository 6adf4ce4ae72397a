package atelier.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.settings.Look;
import atelier.service.storage.PictureReader;
import atelier.ui.SceneFaults;
import atelier.ui.component.Notice;
import atelier.ui.picture.Thumbnails;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import atelier.ui.theme.Theme;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The training panel, worked as its users work it, over a queue that only remembers. */
@ExtendWith(ApplicationExtension.class)
class TrainingPanelTest {

    // So wide that the plan stands open.
    private static final double WIDTH = 1100;
    private static final double HEIGHT = 900;

    private final FakeTraining work = new FakeTraining();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final List<Path> compared = new ArrayList<>();
    private TrainingModel model;
    private Parent root;

    @Start
    void start(Stage stage) {
        Background now = new Background(Runnable::run, Runnable::run);
        model = new TrainingModel(work, now, new ToastModel(), () -> {});
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T14:34:00Z"), ZoneOffset.UTC);
        Panel panel =
                TrainingPanel.of(
                        model,
                        texts,
                        new Layouts(texts),
                        new Thumbnails(now, new PictureReader(), Thumbnails.USUAL_BYTES),
                        clock,
                        compared::add);
        root = new StackPane(panel.view());
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        new Theme(Look.DARK).dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static String number(FxRobot robot, String stat) {
        return robot.from(robot.lookup(stat).<Node>query())
                .lookup(".number")
                .<Label>query()
                .getText();
    }

    private void happen(FxRobot robot, Runnable what) {
        robot.interact(what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static JobStatus running() {
        return JobStatus.ORDERED.begun(Instant.EPOCH);
    }

    @Test
    void aPlanIsPutTogetherAndTrained(FxRobot robot) {
        assertThat(text(robot, "#training-start")).isEqualTo("Train Temir");
        robot.clickOn("#training-speed-rapid");
        robot.clickOn("#training-trigger")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("temir the smith");
        robot.clickOn("#training-all-settings");
        TextField rank = robot.lookup("#setting-rank").query();
        happen(robot, rank::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("many").push(KeyCode.ENTER);
        assertThat(robot.lookup("#training-start").<Button>query().isDisabled()).isTrue();
        assertThat(rank.getStyleClass()).contains("wrong");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("24").push(KeyCode.ENTER);
        assertThat(rank.getStyleClass()).doesNotContain("wrong");
        robot.clickOn("#training-start");
        assertThat(work.jobs).hasSize(1);
        assertThat(work.jobs.getFirst().order().sets())
                .containsEntry("speed", "rapid")
                .containsEntry("rank", "24");
        assertThat(work.jobs.getFirst().order().trigger()).isEqualTo("temir the smith");
        assertThat(text(robot, "#training-start")).isEqualTo("Make a copy of this plan");
    }

    @Test
    void whatHappensOutOfSightIsShownWhenOneComesBack(FxRobot robot) {
        Node panel = root.getChildrenUnmodifiable().getFirst();
        happen(robot, model::train);
        robot.interact(() -> panel.setVisible(false));
        happen(
                robot,
                () -> {
                    work.news = FakeTraining.news(6, 40, false);
                    work.state(1, running());
                });
        assertThat(number(robot, "#stat-step")).as("nobody sees it").isEqualTo("–");
        robot.interact(() -> panel.setVisible(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(number(robot, "#stat-step")).isEqualTo("6");
        assertThat(text(robot, "#training-pause")).isEqualTo("Pause");
        javafx.scene.shape.Polyline raw = robot.lookup(".curve.raw").query();
        assertThat(raw.getPoints()).hasSize(2 * 6);
    }

    @Test
    void aRunIsWatchedPausedAndEnded(FxRobot robot) {
        happen(robot, model::train);
        happen(
                robot,
                () -> {
                    work.news = FakeTraining.news(6, 40, false);
                    work.state(1, running());
                });
        assertThat(number(robot, "#stat-step")).isEqualTo("6");
        assertThat(number(robot, "#stat-loss")).isEqualTo("0.1000");
        assertThat(number(robot, "#stat-probe")).isEqualTo("0.1440");
        assertThat(number(robot, "#stat-speed")).isEqualTo("2.40 s");
        robot.clickOn("#training-preview").clickOn("#training-checkpoint");
        robot.clickOn("#training-pause");
        assertThat(work.asked).endsWith("PREVIEW run-0", "CHECKPOINT run-0", "pause 1");
        happen(robot, () -> work.state(1, running().paused("")));
        assertThat(text(robot, "#training-pause")).isEqualTo("Resume");
        assertThat(robot.lookup(".notice.warning").<Notice>query().getFact())
                .isEqualTo("Paused at step 6 of 40.");
        robot.clickOn("#training-stop");
        assertThat(work.asked).endsWith("FINISH run-0", "resume 1");
        happen(
                robot,
                () ->
                        work.state(
                                1,
                                running()
                                        .over(
                                                JobState.FAILED,
                                                "The disk is full.",
                                                "",
                                                Instant.EPOCH)));
        assertThat(robot.lookup(".notice.danger").<Notice>query().getMore())
                .isEqualTo("The disk is full.");
        assertThat(robot.lookup(".notice.danger").<Notice>query().getLink())
                .isEqualTo("Resume from 2");
        assertThat(robot.lookup("#training-stop").<Node>query().isVisible()).isFalse();
        happen(robot, () -> robot.lookup("#training-compare").<Button>query().fire());
        assertThat(compared)
                .containsExactly(
                        model.run().get().checkpoints().values().iterator().next().getParent());
    }

    @Test
    void theCurvesHaveEveryPointAndTheProbeItsDots(FxRobot robot) {
        assertThat(robot.lookup(".curve.future").queryAll()).as("the plan's rate").hasSize(1);
        happen(robot, model::train);
        happen(
                robot,
                () -> {
                    work.news = FakeTraining.news(6, 40, false);
                    work.state(1, running());
                });
        javafx.scene.shape.Polyline raw = robot.lookup(".curve.raw").query();
        assertThat(raw.getPoints()).hasSize(12);
        assertThat(robot.lookup(".curve-dot.probe").queryAll()).hasSize(4);
        assertThat(robot.lookup(".curve-now").queryAll()).hasSize(1);
        assertThat(text(robot, ".curve-callout")).isEqualTo("Lowest probe: 0.1440");
    }

    @Test
    void anotherCharacterIsChosenAndWordsFollowTheLanguage(FxRobot robot) {
        ComboBox<Trainee> characters = robot.lookup("#training-character").query();
        happen(robot, () -> characters.setValue(model.trainees().get(1)));
        assertThat(text(robot, "#training-start")).isEqualTo("Train Ink");
        happen(robot, () -> texts.language().set(Language.RUSSIAN));
        assertThat(text(robot, "#training-start")).isEqualTo("Обучить: Ink");
    }

    @Test
    void everySettingHasItsWordsInBothLanguages(FxRobot robot) {
        robot.clickOn("#training-all-settings");
        for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN)) {
            happen(robot, () -> texts.language().set(language));
            assertThat(robot.lookup(".setting-row").queryAll())
                    .hasSize(model.plan().settings().get().size());
            happen(
                    robot,
                    () -> {
                        assertThat(SceneFaults.cutOff(root)).isEmpty();
                        assertThat(SceneFaults.tooPale(root)).isEmpty();
                    });
        }
    }
}
