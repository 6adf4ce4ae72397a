package atelier.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.Look;
import atelier.ui.Studio;
import atelier.ui.StudioFixture;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The settings are changed as their user changes them. */
@ExtendWith(ApplicationExtension.class)
class SettingsPanelTest {

    @TempDir private Path home;
    private StudioFixture fixture;
    private Stage window;

    @BeforeEach
    void open(FxRobot robot) throws IOException {
        fixture = StudioFixture.empty(home);
        Path cache = home.resolve("runs/one/cache/latents");
        Files.createDirectories(cache);
        Files.write(cache.resolve("a.safetensors"), new byte[5000]);
        robot.interact(() -> {
            Studio studio = fixture.studio(Language.ENGLISH, Look.DARK);
            studio.shell().go(Place.SETTINGS);
            window = new Stage();
            window.setScene(studio.scene(1440, 900));
            window.setX(0);
            window.setY(0);
            window.show();
        });
        quiet();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::hide);
        fixture.close();
    }

    private void quiet() {
        fixture.awaitQuiet();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    @Test
    void aDeviceIsChosenWhereItIsThereAndTheOthersSayWhatIsMissing(FxRobot robot) {
        assertThat(robot.lookup("#device-cuda").<RadioButton>query().isDisabled()).isTrue();
        assertThat(
                        robot.from(robot.lookup("#settings-device").<Node>query())
                                .lookup(".label")
                                .queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("No NVIDIA driver was found. Install driver 570 or newer to use it.");
        robot.clickOn("#device-cpu");
        assertThat(fixture.atOnce().settings().get().machine().device())
                .isEqualTo(DeviceChoice.CPU);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.lookup("#device-auto").<RadioButton>query().isSelected()).isTrue();
    }

    @Test
    void theScaleIsKeptAndSaysWhatFits(FxRobot robot) {
        robot.clickOn("#scale-200");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fixture.atOnce().settings().get().appearance().scalePercent()).isEqualTo(200);
        assertThat(
                        robot.from(robot.lookup("#settings-general").<Node>query())
                                .lookup(".label")
                                .queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("This window has room for 132%: make it larger for more");
    }

    @Test
    void aSettingIsFoundByItsWords(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F).write("size of text");
        assertThat(robot.lookup("#settings-general").<Node>query().isVisible()).isTrue();
        assertThat(robot.lookup("#scale-200").<Node>query().getParent().getParent().isVisible())
                .isTrue();
        assertThat(robot.lookup("#look-dark").<Node>query().getParent().getParent().isVisible())
                .as("another row of the same part")
                .isFalse();
        assertThat(robot.lookup("#settings-storage").<Node>query().isVisible()).isFalse();
        assertThat(robot.lookup("#settings-nothing").<Node>query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("zebra");
        assertThat(text(robot, "#settings-nothing")).isEqualTo("No setting is about “zebra”");
        assertThat(robot.lookup("#settings-general").<Node>query().isVisible()).isFalse();
        robot.push(KeyCode.ESCAPE);
        for (String part : new String[] {"general", "storage", "keyboard"}) {
            assertThat(robot.lookup("#settings-" + part).<Node>query().isVisible()).isTrue();
        }
        assertThat(robot.lookup("#look-dark").<Node>query().getParent().getParent().isVisible())
                .isTrue();
    }

    @Test
    void cachesAreClearedAfterTheFigureWasShown(FxRobot robot) {
        assertThat(text(robot, "#clear-caches")).isEqualTo("Clear 5 KB");
        assertThat(robot.lookup("#empty-trash").<Node>query().isDisabled()).isTrue();
        robot.clickOn("#clear-caches");
        quiet();
        assertThat(home.resolve("runs/one/cache")).doesNotExist();
        assertThat(text(robot, "#disk-caches")).isEqualTo("0 KB");
        assertThat(text(robot, "#toast-text")).startsWith("The caches are empty");
    }

    @Test
    void memoryIsLimitedByKeys(FxRobot robot) {
        robot.interact(() ->
                robot.from(robot.lookup("#memory-limit").<Node>query())
                        .lookup(".slider")
                        .<Slider>query()
                        .requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(fixture.atOnce().settings().get().machine().memoryLimit()).isEqualTo(23L << 30);
    }

    @Test
    void theListAtTheLeftLeadsToTheParts(FxRobot robot) {
        robot.clickOn("#settings-to-keyboard");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#settings-page").<ScrollPane>query().getVvalue()).isPositive();
        robot.clickOn("#settings-to-general");
        assertThat(robot.lookup("#settings-page").<ScrollPane>query().getVvalue()).isZero();
    }

    @Test
    void aReportIsGatheredToBeReadFirst(FxRobot robot) {
        assertThat(robot.lookup("#report-facts").<Node>query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#report").<Button>query().fire());
        quiet();
        assertThat(text(robot, "#report-facts")).contains("Atelier 1.0");
        assertThat(robot.lookup("#copy-report").<Node>query().isVisible()).isTrue();
    }
}
