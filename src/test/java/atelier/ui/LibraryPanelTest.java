package atelier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.settings.Look;
import atelier.reference.Reference;
import atelier.service.library.LibraryService;
import atelier.ui.library.LibraryTab;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
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

/** The library panel in the window, worked as its users work it. */
@ExtendWith(ApplicationExtension.class)
class LibraryPanelTest {

    private static final double WIDTH = 1300;
    private static final double HEIGHT = 760;
    private static final Path LORA = Reference.root().resolve("lora/kohya_ldm.safetensors");

    @TempDir private static Path home;
    private static StudioFixture fixture;
    private static LibraryService library;
    private Studio studio;
    private Stage stage;

    @BeforeAll
    static void open() {
        fixture = StudioFixture.withSample(home);
        library = fixture.atOnce().library();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        studio = fixture.studio(Language.ENGLISH, Look.DARK);
        Scene scene = studio.scene(WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static void settle() {
        fixture.awaitQuiet();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static void write(FxRobot robot, String field, String words) {
        TextInputControl control = robot.lookup(field).query();
        robot.interact(control::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write(words).push(KeyCode.ENTER);
        settle();
    }

    /** By the keys, which a text field would take for its own. */
    private static void takeBack(FxRobot robot) {
        robot.clickOn("#library-tab-characters").push(KeyCode.CONTROL, KeyCode.Z);
        settle();
    }

    @Test
    void aCharacterIsFoundRenamedStarredAndBroughtBack(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        settle();
        assertThat(studio.shell().place().get()).isEqualTo(Place.LIBRARY);
        robot.clickOn("#library-tab-characters");
        settle();
        assertThat(text(robot, "#character-state")).isEqualTo("Ready");
        robot.push(KeyCode.F2);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Vara").push(KeyCode.ENTER);
        settle();
        assertThat(library.characters().get("ilvara").name()).isEqualTo("Vara");
        takeBack(robot);
        assertThat(library.characters().get("ilvara").name()).isEqualTo("Ilvara");
        robot.clickOn("#character-star");
        settle();
        assertThat(library.characters().get("ilvara").favourite()).isTrue();
        robot.clickOn("#character-remove");
        settle();
        assertThat(robot.lookup("#no-characters").<Node>query().isVisible()).isTrue();
        takeBack(robot);
        assertThat(robot.lookup("#no-characters").<Node>query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.F).write("zebra");
        settle();
        assertThat(robot.lookup("#no-characters").<Node>query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#no-characters").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whatIsTypedIsThereAgainAfterACrash(FxRobot robot) {
        lookAt(robot, "Ilvara");
        TextInputControl note = robot.lookup("#character-note").query();
        robot.interact(note::requestFocus);
        robot.write("a sailor");
        assertThat(library.characters().get("ilvara").note()).isEmpty();
        robot.interact(() -> {
            studio = fixture.studio();
            stage.setScene(studio.scene(WIDTH, HEIGHT));
        });
        lookAt(robot, "Ilvara");
        TextInputControl again = robot.lookup("#character-note").query();
        assertThat(again.getText()).isEqualTo("a sailor");
        robot.interact(again::requestFocus);
        robot.clickOn("#library-tab-characters");
        settle();
        assertThat(library.characters().get("ilvara").note()).isEqualTo("a sailor");
        robot.interact(again::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("thrown away").push(KeyCode.ESCAPE);
        assertThat(again.getText()).isEqualTo("a sailor");
        assertThat(fixture.atOnce().settings().get().drafts()).isEmpty();
    }

    @Test
    void aCharacterIsTakenAlongToItsPictures(FxRobot robot) {
        String second = library.characters().create("Another", AdapterType.CHARACTER, "").slug();
        // The second time the panel is there already and shows who was shown last.
        for (String before : List.of("", "ilvara")) {
            robot.interact(() -> studio.dataset().open(before));
            settle();
            lookAt(robot, "Another");
            robot.clickOn("#character-gather");
            settle();
            assertThat(text(robot, "#character")).startsWith("Another");
        }
        library.characters().remove(second, "test");
    }

    @Test
    void anAdapterGoesIntoTheArchiveAndComesBack(FxRobot robot) {
        AdapterRecord adapter =
                library.adapters()
                        .add(
                                Reference.root().resolve("lora/peft.safetensors"),
                                AdapterType.GENERAL,
                                "",
                                "",
                                "test");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn("#library-tab-adapters");
        settle();
        robot.interact(() -> studio.library().openAdapter(adapter.file()));
        settle();
        assertThat(robot.lookup("#adapters-archived").<Node>query().isVisible()).isFalse();
        robot.clickOn("#adapter-archive");
        settle();
        assertThat(library.adapters().current()).doesNotContain(adapter);
        robot.clickOn("#adapters-archived");
        settle();
        assertThat(robot.lookup("#adapter-generate").<Node>query().isDisabled()).isTrue();
        robot.clickOn("#adapter-archive");
        settle();
        assertThat(library.adapters().current()).contains(adapter);
        assertThat(robot.lookup("#adapters-archived").<Node>query().isVisible()).isFalse();
        library.adapters().remove(adapter.file(), "test");
    }

    private void lookAt(FxRobot robot, String character) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn("#library-tab-characters");
        robot.interact(() -> studio.library().words().set(character));
        settle();
    }

    @Test
    void anAdapterThatLacksItsTriggerIsMendedAndUsed(FxRobot robot) {
        AdapterRecord adapter = library.adapters().add(LORA, AdapterType.GENERAL, "", "", "test");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn("#library-tab-adapters");
        settle();
        write(robot, "#adapter-trigger", "inkwash");
        assertThat(library.adapters().get(adapter.file()).trigger()).isEqualTo("inkwash");
        library.adapters().set(adapter.file(), AdapterField.NAME, "Ink and felt", "test");
        write(robot, "#adapter-tags", "ink, felt");
        assertThat(library.adapters().get(adapter.file()).tags()).containsExactly("ink", "felt");
        assertThat(text(robot, "#adapter-fault")).isEqualTo("Sound");
        robot.clickOn("#adapter-generate");
        settle();
        assertThat(studio.shell().place().get()).isEqualTo(Place.GENERATION);
        assertThat(text(robot, "#adapters-on")).startsWith("1");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn("#library-tab-images");
        settle();
        assertThat(robot.lookup("#no-images").<Node>query().isVisible()).isTrue();
        robot.clickOn("#library-tab-models");
        settle();
        assertThat(robot.lookup(".check-box").queryAll()).as("no licence is shown yet").isEmpty();
        robot.clickOn(robot.lookup(".model-ask").nth(0).<Node>query());
        assertThat(robot.lookup(".check-box").queryAll()).hasSize(1);
        robot.clickOn("#library-tab-history");
        settle();
        assertThat(studio.library().tab().get()).isEqualTo(LibraryTab.HISTORY);
        assertThat(robot.lookup("#library-history").<Node>query().isVisible()).isTrue();
    }

    @Test
    void anImageIsRatedAndBecomesAPicture(FxRobot robot) throws IOException {
        Path file =
                Files.copy(
                        Path.of(System.getProperty("project.dir"), "sample-data/held-out/01.png"),
                        Files.createDirectories(home.resolve("images/day")).resolve("one.png"));
        String image = library.images().index(file).file();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn("#library-tab-images");
        settle();
        robot.clickOn("#image-stars-4");
        settle();
        assertThat(library.images().get(image).marks().stars()).isEqualTo(4);
        robot.interact(robot.lookup("#image-comment").query()::requestFocus);
        robot.write("hers");
        robot.interact(robot.lookup("#image-tags").query()::requestFocus);
        settle();
        assertThat(library.images().get(image).marks().comment()).isEqualTo("hers");
        robot.clickOn("#image-stars-4");
        settle();
        assertThat(library.images().get(image).marks().stars()).isZero();
        int before = library.characters().pictures("ilvara").size();
        robot.clickOn("#image-pick").clickOn("Ilvara");
        settle();
        assertThat(library.characters().pictures("ilvara")).hasSize(before + 1);
        library.images().remove(image, "test");
    }
}
