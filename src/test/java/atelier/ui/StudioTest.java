package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.Look;
import atelier.ui.shell.JobBarState;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window is worked as its users work it, by mouse and by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class StudioTest {

    private static final double SIDE = 1000;

    private Studio studio;
    private Scene scene;

    @TempDir private static Path home;
    private static StudioFixture fixture;

    @BeforeAll
    static void open() {
        fixture = StudioFixture.empty(home);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Start
    void start(Stage stage) {
        studio = fixture.studio(Language.ENGLISH, Look.DARK);
        scene = studio.scene(SIDE, SIDE);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void onWindow(FxRobot robot, Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void keysLeadToTheStages(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(studio.shell().place().get()).isEqualTo(Place.TRAINING);
        assertThat(robot.lookup("#rail-training").<ToggleButton>query().isSelected()).isTrue();
        assertThat(robot.lookup("#rail-dataset").<ToggleButton>query().isSelected()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(studio.shell().place().get()).isEqualTo(Place.SETTINGS);
        assertThat(robot.lookup("#language-ru").<Node>query().isVisible()).isTrue();
    }

    @Test
    void theRailLeadsToTheStagesAndStaysOnTheOneChosen(FxRobot robot) {
        robot.clickOn("#rail-generation").clickOn("#rail-generation");
        assertThat(studio.shell().place().get()).isEqualTo(Place.GENERATION);
        assertThat(robot.lookup("#rail-generation").<ToggleButton>query().isSelected()).isTrue();
    }

    @Test
    void aPictureIsHandedToTheRestoration(FxRobot robot) {
        Path picture = StudioFixture.SAMPLE.resolve("01.png");
        onWindow(robot, () -> studio.goToRestoration(picture));
        fixture.awaitQuiet();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(studio.shell().place().get()).isEqualTo(Place.RESTORATION);
        assertThat(text(robot, "#restoration-run")).isEqualTo("Restore 1");
    }

    @Test
    void panelsAreBuiltWhenTheyAreVisitedFirst(FxRobot robot) {
        assertThat(studio.panels().builtCount()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(studio.panels().builtCount()).isEqualTo(2);
    }

    @Test
    void thePaletteFindsDoesAndGivesTheFocusBack(FxRobot robot) {
        robot.clickOn("#rail-generation");
        Node before = scene.getFocusOwner();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(robot.lookup("#palette").tryQuery()).isPresent();
        robot.write("training");
        robot.push(KeyCode.ENTER);
        assertThat(studio.shell().place().get()).isEqualTo(Place.TRAINING);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        assertThat(scene.getFocusOwner()).isSameAs(before);
    }

    @Test
    void escapeClosesThePalette(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        assertThat(studio.shell().place().get())
                .as("keys reach what floats alone")
                .isEqualTo(Place.DATASET);
    }

    @Test
    void theShortcutsOfThePanelAreListed(FxRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        assertThat(robot.from(robot.lookup("#shortcuts").<Node>query()).lookup(".key").queryAll())
                .extracting(key -> ((Label) key).getText())
                .contains("Ctrl 1", "Ctrl K", "?");
    }

    @Test
    void theLanguageChangesEverywhereAtOnce(FxRobot robot) {
        onWindow(robot, () -> studio.jobs().waiting().set(2));
        robot.push(KeyCode.CONTROL, KeyCode.COMMA).clickOn("#language-ru");
        assertThat(text(robot, "#rail-dataset")).isEqualTo("Датасет");
        assertThat(robot.lookup("#job-queue").<Node>query().getAccessibleText())
                .isEqualTo("2 в очереди");
        assertThat(text(robot, "#job-detail")).startsWith("Ничего не выполняется");
        assertThat(text(robot, "#look-dark")).isEqualTo("Тёмный");
        robot.clickOn("#language-en");
        assertThat(text(robot, "#rail-dataset")).isEqualTo("Dataset");
    }

    @Test
    void theLookChangesAtOnceAndPressingItAgainKeepsIt(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA).clickOn("#look-light").clickOn("#look-light");
        assertThat(studio.theme().look().get()).isEqualTo(Look.LIGHT);
        assertThat(scene.getRoot().getStyleClass()).contains("light");
        robot.clickOn("#look-dark");
        assertThat(scene.getRoot().getStyleClass()).doesNotContain("light");
    }

    @Test
    void theJobBarOffersWhatFitsTheState(FxRobot robot) {
        Phrase words = Phrase.plain("words");
        onWindow(
                robot,
                () ->
                        studio.jobs()
                                .status()
                                .set(
                                        JobBarState.running(
                                                Place.TRAINING, words, words, 0.617, words, 60.0)));
        assertThat(buttons(robot)).containsExactly("job-pause", "job-cancel");
        assertThat(robot.lookup("#job-cancel").<Button>query().getAccessibleText())
                .isEqualTo("Cancel");
        onWindow(robot, () -> studio.jobs().status().set(JobBarState.paused(words, 0.617)));
        assertThat(buttons(robot)).containsExactly("job-resume");
        onWindow(robot, () -> studio.jobs().status().set(JobBarState.failed(words, words)));
        assertThat(buttons(robot)).containsExactly("job-details", "job-retry");
        onWindow(robot, () -> studio.jobs().status().set(JobBarState.noDevice()));
        assertThat(buttons(robot)).containsExactly("job-use-cpu", "job-try-again");
    }

    private static List<String> buttons(FxRobot robot) {
        return robot.lookup("#job-bar").<javafx.scene.Parent>query().lookupAll(".button").stream()
                .map(Node::getId)
                .filter(id -> !id.equals("job-queue"))
                .toList();
    }

    @Test
    void aToastTakesBackWhatItTellsOf(FxRobot robot) {
        List<String> undone = new ArrayList<>();
        onWindow(
                robot,
                () ->
                        studio.undo()
                                .add(
                                        Phrase.plain("Left out 3."),
                                        () -> undone.add("undone"),
                                        () -> {}));
        assertThat(text(robot, "#toast-text")).isEqualTo("Left out 3.");
        robot.clickOn("#toast-undo");
        assertThat(undone).containsExactly("undone");
        assertThat(text(robot, "#toast-text")).isEqualTo("Undone: Left out 3.");
    }

    @Test
    void theFocusGoesByColumnsInTheOrderOfReading(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.F6);
            columns.add(scene.getFocusOwner().getId());
        }
        assertThat(columns)
                .containsExactly(
                        "settings-search",
                        "language-en",
                        "job-queue",
                        "rail-dataset",
                        "settings-search");
    }

    @Test
    void everyControlCanBeReachedByTabAndHasAName(FxRobot robot) {
        List<String> reached = new ArrayList<>();
        robot.push(KeyCode.F6);
        Node first = scene.getFocusOwner();
        Node now = first;
        do {
            reached.add(now.getId());
            assertThat(name(now)).as(now + " has a name").isNotBlank();
            robot.push(KeyCode.TAB);
            now = scene.getFocusOwner();
        } while (now != first && reached.size() < 50);
        assertThat(reached).contains("rail-dataset", "rail-search", "rail-settings");
        assertThat(reached).hasSizeLessThan(50);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled ? labeled.getText() : "" + node.getAccessibleHelp();
    }
}
