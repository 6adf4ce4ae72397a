package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.Look;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A workspace that is new, as its user meets it. */
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {

    private final Path home;
    private final StudioFixture fixture;
    private Studio studio;

    FirstStartTest(@TempDir Path home) {
        this.home = home;
        fixture = StudioFixture.first(home.resolve("workspace"));
    }

    @Start
    void start(Stage stage) {
        studio = fixture.studio(Language.ENGLISH, Look.DARK);
        stage.setScene(studio.scene(1280, 800));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    @Test
    void theSampleArrivesWhileTheWindowIsThereAndTheStepsComeOnce(FxRobot robot) {
        assertThat(studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);
        fixture.awaitQuiet();
        assertThat(text(robot, "#first-title")).isEqualTo("Teach this computer to draw Ilvara");
        assertThat(text(robot, "#first-detail-1"))
                .isEqualTo("16 pictures, all checked and captioned");
        assertThat(robot.lookup("#first-button-3").<Button>query().isDisabled()).isTrue();
        robot.push(KeyCode.DIGIT1);
        fixture.awaitQuiet();
        assertThat(studio.shell().place().get()).isEqualTo(Place.DATASET);
        assertThat(text(robot, "#filter-all")).contains("16");
        assertThat(Toolkit.call(fixture::studio).shell().place().get())
                .as("at the next start")
                .isEqualTo(Place.DATASET);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("first steps").push(KeyCode.ENTER);
        assertThat(studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);
    }

    @Test
    void whereTheStarterModelIsMissingTheCardSaysSo(FxRobot robot) {
        fixture.awaitQuiet();
        assertThat(text(robot, "#first-detail-2"))
                .startsWith("The starter model is not in this copy of Atelier");
        assertThat(robot.lookup("#first-button-2").<Button>query().isDisabled()).isTrue();
    }

    @Test
    void ownPicturesBecomeACharacterAndWrongFilesDoNot(FxRobot robot) throws IOException {
        fixture.awaitQuiet();
        Path letter = Files.writeString(home.resolve("letter.docx"), "no picture");
        robot.interact(() -> studio.firstStart().own(List.of(letter)));
        fixture.awaitQuiet();
        assertThat(studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);
        assertThat(text(robot, "#toast-detail")).contains("letter.docx");
        assertThat(fixture.characters()).containsExactly("Ilvara");
        Path mira = Files.createDirectory(home.resolve("Mira"));
        Files.copy(StudioFixture.SAMPLE.resolve("01.png"), mira.resolve("one.png"));
        robot.clickOn("#toast-close");
        robot.interact(() -> studio.firstStart().own(List.of(mira)));
        fixture.awaitQuiet();
        assertThat(studio.shell().place().get()).isEqualTo(Place.DATASET);
        assertThat(robot.lookup("#character").<Labeled>query().getText()).startsWith("Mira");
        assertThat(fixture.characters()).containsExactlyInAnyOrder("Ilvara", "Mira");
    }

    @Test
    void languageAndLookAreChosenAtTheFoot(FxRobot robot) {
        robot.clickOn("#first-language-ru").clickOn("#first-look-light");
        fixture.awaitQuiet();
        assertThat(text(robot, "#first-title"))
                .isEqualTo("Научите этот компьютер рисовать: Ilvara");
        assertThat(studio.theme().look().get()).isEqualTo(Look.LIGHT);
        assertThat(robot.lookup("#first-start").lookup(".notice").<Node>query().isVisible())
                .isTrue();
        assertThat(robot.lookup("#first-drop").lookup(".name").<Label>query().getText())
                .startsWith("Перетащите");
    }
}
