package atelier.ui.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.job.JobStatus;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.settings.Look;
import atelier.service.restoration.RestorationFixture;
import atelier.service.storage.PictureReader;
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
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The restoration panel, worked as its users work it, over a queue that only remembers. */
@ExtendWith(ApplicationExtension.class)
class RestorationPanelTest {

    private static final double WIDTH = 1300;
    private static final double HEIGHT = 820;

    @TempDir private static Path folder;

    private final FakeRestoration work = new FakeRestoration();
    private final Texts texts = new Texts(Language.ENGLISH);
    private RestorationModel model;
    private int wentToModels;
    private Path first;
    private Path second;

    @Start
    void start(Stage stage) {
        first = RestorationFixture.paint(folder.resolve("first.png"), 1, true);
        second = RestorationFixture.paint(folder.resolve("second.png"), 2, false);
        // The pictures are read beside the window's thread, as it must be.
        Background now =
                new Background(
                        task -> Thread.ofVirtual().start(task),
                        javafx.application.Platform::runLater);
        Background here = new Background(Runnable::run, Runnable::run);
        model = new RestorationModel(work, here, new ToastModel());
        Consumer<Consumer<List<Path>>> choose = then -> then.accept(List.of(first, second));
        Panel panel =
                RestorationPanel.of(
                        model,
                        texts,
                        new Layouts(texts),
                        new Thumbnails(now, new PictureReader(), Thumbnails.USUAL_BYTES),
                        choose,
                        then -> then.accept(List.of(second)),
                        () -> wentToModels++);
        Scene scene = new Scene(new StackPane(panel.view()), WIDTH, HEIGHT);
        new Theme(Look.DARK).dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void happen(FxRobot robot, Runnable what) {
        robot.interact(what);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void restored(double similarity) {
        work.done.clear();
        work.done.add(FakeRestoration.restored(first, second, similarity));
        work.done.add(FakeRestoration.unchanged(second));
        work.state(JobStatus.ORDERED.begun(Instant.EPOCH));
    }

    @Test
    void picturesAreChosenRestoredAndHeldAgainstWhatTheyWere(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#restoration-empty").<Node>query().isVisible()).isTrue();
        assertThat(robot.lookup("#restoration-run").<Button>query().isDisabled()).isTrue();
        robot.clickOn("#restoration-first");
        assertThat(robot.lookup("#restoration-empty").<Node>query().isVisible()).isFalse();
        assertThat(text(robot, "#restoration-run")).isEqualTo("Restore 2");
        robot.clickOn("#restoration-factor-2").clickOn("#restoration-run");
        assertThat(work.jobs.getFirst().order().wish().factor()).isEqualTo(2);
        assertThat(work.jobs.getFirst().order().wish().restorer()).isEqualTo("gfpgan-1.4");
        happen(robot, () -> restored(0.8));
        WaitForAsyncUtils.waitFor(
                20,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> robot.lookup("#restoration-after").<Labeled>query().isVisible());
        assertThat(text(robot, "#restoration-found")).isEqualTo("1 face found");
        assertThat(robot.lookup(".face-card").<Node>queryAll()).hasSize(1);
        assertThat(robot.lookup("#restoration-lost").<Node>query().isVisible()).isFalse();
        BeforeAfterView view = robot.lookup("#before-after").query();
        happen(robot, view::requestFocus);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(view.share()).isEqualTo(0.52);
        robot.push(KeyCode.ADD).push(KeyCode.ADD).push(KeyCode.SUBTRACT);
        assertThat(view.zoom()).isCloseTo(1.25, within(1e-9));
        robot.push(KeyCode.SUBTRACT).push(KeyCode.SUBTRACT);
        assertThat(view.zoom()).isEqualTo(1);
    }

    @Test
    void aFaceIsLeftOutByItsBoxItsNumberOrAClickOnIt(FxRobot robot) throws Exception {
        robot.clickOn("#restoration-first").clickOn("#restoration-run");
        happen(robot, () -> restored(0.8));
        WaitForAsyncUtils.waitFor(
                20,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> robot.lookup("#restoration-after").<Labeled>query().isVisible());
        CheckBox box = robot.lookup("#restoration-face-1").query();
        assertThat(box.isSelected()).isTrue();
        assertThat(box.getAccessibleText()).isEqualTo("Restore face 1");
        assertThat(text(robot, "#restoration-pick")).isEqualTo("Click a face to leave it out.");
        robot.clickOn(box);
        Node frame = robot.lookup(".face-frame").query();
        assertThat(frame.getStyleClass()).contains("left");
        assertThat(text(robot, "#restoration-pick")).isEqualTo("Restore it again to see it so.");
        BeforeAfterView view = robot.lookup("#before-after").query();
        happen(robot, view::requestFocus);
        robot.push(KeyCode.DIGIT1);
        assertThat(box.isSelected()).isTrue();
        double share = view.share();
        // In the face, and not on the line in the picture's middle.
        var seen = frame.localToScreen(frame.getBoundsInLocal());
        robot.clickOn(seen.getMinX() + seen.getWidth() / 10, seen.getMinY() + 20);
        assertThat(box.isSelected()).isFalse();
        assertThat(view.share()).isEqualTo(share);
        robot.clickOn("#restoration-run-one");
        assertThat(work.jobs.getLast().order().items().getFirst().leave())
                .isEqualTo(new FacesToLeave(List.of(new FacePoint(130, 120))));
    }

    @Test
    void theListFiltersAndItsRowsAreNamed(FxRobot robot) {
        robot.clickOn("#restoration-pictures").clickOn("#restoration-run");
        happen(robot, () -> restored(0.8));
        robot.clickOn("#restoration-skipped");
        ListView<RestorationEntry> rows = robot.lookup("#restoration-rows").query();
        assertThat(rows.getItems()).extracting(RestorationEntry::source).containsExactly(second);
        robot.clickOn("#restoration-all").clickOn("#restoration-forth");
        assertThat(model.chosen().get().source()).isEqualTo(second);
        assertThat(text(robot, "#restoration-found")).isEqualTo("no face, unchanged");
        assertThat(robot.lookup(".picture-rows .list-cell").<Node>queryAll())
                .filteredOn(Node::isVisible)
                .extracting(Node::getAccessibleText)
                .contains("first.png, 1 face", "second.png, no face, unchanged");
        robot.clickOn("#restoration-clear");
        assertThat(rows.getItems()).isEmpty();
    }

    @Test
    void aLostFaceIsWarnedOfWithAWayToMendIt(FxRobot robot) {
        robot.clickOn("#restoration-folder").clickOn("#restoration-first");
        happen(robot, model::clear);
        robot.clickOn("#restoration-pictures").clickOn("#restoration-run");
        happen(robot, () -> restored(0.2));
        Notice lost = robot.lookup("#restoration-lost").query();
        assertThat(lost.isVisible()).isTrue();
        assertThat(lost.getMore()).contains("0.40");
        robot.clickOn(lost.lookup(".hyperlink"));
        robot.clickOn("#restoration-run-one");
        assertThat(work.jobs.getLast().order().wish().strength()).isEqualTo(0.4);
    }

    @Test
    void withoutARestorerTheWayToOneIsShown(FxRobot robot) {
        work.restorers = List.of();
        happen(robot, model::open);
        Notice none = robot.lookup("#restoration-none").query();
        assertThat(none.isVisible()).isTrue();
        robot.clickOn(none.lookup(".hyperlink"));
        assertThat(wentToModels).isEqualTo(1);
        assertThat(robot.lookup("#restoration-faces-on").<Node>query().isDisabled()).isTrue();
    }
}
