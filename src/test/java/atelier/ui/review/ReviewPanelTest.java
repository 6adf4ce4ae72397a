package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.AdapterRecord;
import atelier.model.review.Vote;
import atelier.model.review.VoteOutcome;
import atelier.model.settings.Look;
import atelier.reference.Reference;
import atelier.service.library.LibraryService;
import atelier.service.review.vote.BlindVoting;
import atelier.ui.Studio;
import atelier.ui.StudioFixture;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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

/** The review panel in the window, worked as its users work it; cells are painted. */
@ExtendWith(ApplicationExtension.class)
class ReviewPanelTest {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 860;
    private static final List<Path> ADAPTERS =
            Stream.of("kohya_ldm", "peft")
                    .map(name -> Reference.root().resolve("lora/" + name + ".safetensors"))
                    .map(Path::toAbsolutePath)
                    .toList();

    @TempDir private static Path home;
    private static StudioFixture fixture;
    private static LibraryService library;

    private Studio studio;

    @BeforeAll
    static void open() throws IOException {
        copy(Reference.root().resolve("tiny-sdxl"), home.resolve("models").resolve("tiny"));
        fixture = StudioFixture.empty(home, new PaintedRunner());
        fixture.jobs().start();
        library = fixture.atOnce().library();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Start
    void start(Stage stage) {
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

    private void awaitCells(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                1,
                TimeUnit.MINUTES,
                () -> {
                    settle();
                    OpenComparison open = Toolkit.call(studio.review().opened()::get);
                    return open != null && open.made().size() == count;
                });
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static void write(FxRobot robot, String field, String words) {
        TextInputControl control = robot.lookup(field).query();
        robot.interact(() -> control.setText(words));
    }

    @Test
    void aComparisonIsOrderedVotedOnBlindAndItsWinnerPromoted(FxRobot robot)
            throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        settle();
        assertThat(studio.shell().place().get()).isEqualTo(Place.REVIEW);
        assertThat(robot.lookup("#review-empty").<Node>query().isVisible()).isTrue();
        robot.clickOn("#review-first");
        robot.interact(() -> studio.review().order().drop(ADAPTERS));
        settle();
        assertThat(robot.lookup("#order-obstacle").<Node>query().isVisible())
                .as("there is no prompt yet")
                .isTrue();
        write(robot, "#order-prompts", "mia at dusk\n\n");
        write(robot, "#order-seeds", "3-4");
        write(robot, "#order-name", "Mia compared");
        assertThat(text(robot, "#order-factors")).isEqualTo("3 columns × 1 prompt × 2 seeds");
        assertThat(text(robot, "#order-cells")).isEqualTo("6 cells");
        robot.clickOn("#order-start");
        settle();
        awaitCells(6);
        OpenComparison open = studio.review().opened().get();
        assertThat(open).isNotNull();
        assertThat(open.name()).isEqualTo("Mia compared");

        robot.push(KeyCode.V);
        settle();
        assertThat(text(robot, "#blind-count")).isEqualTo("0 of 4");
        assertThat(text(robot, "#blind-hidden")).isEqualTo("names hidden");
        robot.push(KeyCode.LEFT);
        settle();
        robot.push(KeyCode.DOWN);
        settle();
        assertThat(text(robot, "#blind-count")).isEqualTo("2 of 4");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        robot.push(KeyCode.S);
        settle();
        robot.push(KeyCode.X);
        settle();
        List<Vote> votes = new BlindVoting(open.folder(), 1).votes();
        assertThat(votes)
                .extracting(Vote::outcome)
                .containsExactly(VoteOutcome.LEFT, VoteOutcome.NEITHER);
        robot.clickOn("#blind-end");
        settle();
        assertThat(text(robot, "#blind-hidden")).isEqualTo("names shown");
        robot.push(KeyCode.RIGHT);
        settle();
        assertThat(new BlindVoting(open.folder(), 1).votes())
                .as("nobody votes blind who knows the names")
                .isEqualTo(votes);
        robot.clickOn("#blind-promote");
        settle();
        String winner =
                open.comparison().cells().stream()
                        .filter(cell -> cell.id().equals(votes.getFirst().left()))
                        .findFirst()
                        .orElseThrow()
                        .column()
                        .adapterName();
        List<AdapterRecord> promoted = library.adapters().all();
        assertThat(promoted).hasSize(1);
        assertThat(promoted.getFirst().file()).startsWith(winner);
        assertThat(promoted.getFirst().note())
                .startsWith("Chosen in the comparison Mia compared on tiny at strength 1.0")
                .contains("blind votes");
    }
}
