package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.AdapterRecord;
import atelier.model.review.VoteOutcome;
import atelier.reference.Reference;
import atelier.service.review.vote.BlindVoting;
import atelier.ui.review.OpenComparison;
import atelier.ui.shell.Place;
import atelier.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tester's way through the real window: two checkpoints are compared, measured, voted on blind,
 * the winner promoted, and all of it exported. {@code -Dwalk.checkpoints} names a folder of other
 * checkpoints, for the model that {@code -Dwalk.model} names.
 */
class ReviewWalkTest {

    private static final String SCENE =
            "A flat cartoon bust portrait of %s, smiling, on the steppe by day";
    private static final int COLUMNS = 3;
    private static final int SEEDS = 2;
    private static final int CELLS = COLUMNS * SEEDS;

    @TempDir private Path folder;

    @Test
    void fromTwoCheckpointsToAWinnerInTheLibrary() throws Exception {
        try (WindowThreadFiles files = new WindowThreadFiles();
                Walk walk = new Walk(folder)) {
            walk.click("#first-button-1");
            order(walk);
            watchCellsCome(walk);
            lookAtScores(walk);
            voteBlind(walk);
            promote(walk);
            export(walk);
            assertThat(walk.notices).isEmpty();
            assertThat(files.below(folder, true)).as("on the window's thread").isEmpty();
            assertThat(files.below(Walk.model(), true)).as("on the window's thread").isEmpty();
        }
    }

    /** Two checkpoints: those of the reference set for its model, unless others are named. */
    private Path checkpoints() throws IOException {
        String named = System.getProperty("walk.checkpoints", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        Path checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
        Path lora = Reference.root().resolve("lora");
        Files.copy(
                lora.resolve("kohya_ldm.safetensors"),
                checkpoints.resolve("step-000080.safetensors"));
        Files.copy(
                lora.resolve("peft.safetensors"), checkpoints.resolve("step-000160.safetensors"));
        return checkpoints;
    }

    private void order(Walk walk) throws Exception {
        Path checkpoints = checkpoints();
        walk.click("#rail-review");
        assertThat(walk.studio.shell().place().get()).isEqualTo(Place.REVIEW);
        walk.act(() -> walk.studio.review().begin(List.of(checkpoints)));
        walk.write("#order-prompts", SCENE.formatted("Ilvara"));
        walk.write("#order-plain", SCENE.formatted("a woman"));
        walk.write("#order-seeds", "1-" + SEEDS);
        walk.write("#order-steps", Walk.isTiny() ? "2" : "20");
        walk.write("#order-guidances", "4");
        walk.write("#order-width", Walk.isTiny() ? "64" : "256");
        walk.write("#order-height", Walk.isTiny() ? "64" : "256");
        walk.write("#order-name", "Ilvara, two checkpoints");
        assertThat(walk.text("#order-factors")).isEqualTo("3 columns × 2 prompts × 2 seeds");
        assertThat(walk.text("#order-cells")).isEqualTo(2 * CELLS + " cells");
        walk.picture("review-order");
        walk.click("#order-start");
    }

    private static void watchCellsCome(Walk walk) throws Exception {
        walk.await("the first cell is there", () -> made(walk) > 0);
        walk.picture("review-coming");
        walk.await("all cells are there", () -> made(walk) == 2 * CELLS);
        walk.await("all that are in sight are shown", () -> seen(walk) == 2 * CELLS);
        assertThat(walk.find("#review-vote").isDisabled()).isFalse();
    }

    private static int made(Walk walk) {
        OpenComparison open = walk.studio.review().opened().get();
        return open == null ? 0 : open.made().size();
    }

    /** How many cells show their picture. */
    private static long seen(Walk walk) {
        return walk.all(".compared-cell .image-view").stream()
                .filter(node -> ((ImageView) node).getImage() != null)
                .count();
    }

    private static void lookAtScores(Walk walk) throws Exception {
        walk.await("it is measured", () -> open(walk).scores() != null);
        walk.desk.awaitQuiet();
        assertThat(open(walk).scores().cells()).hasSize(2 * CELLS);
        assertThat(walk.isShown("#review-table")).isTrue();
        assertThat(walk.text("#review-leader-name")).isNotBlank();
        assertThat(open(walk).subject()).as("whose trigger the prompt holds").isNotNull();
        walk.picture("review-scores");
        assertThat(isWhole(walk, "#review-axes")).as("whatever the prompts are").isTrue();
        assertThat(isWhole(walk, "#review-counts")).isTrue();
        // The keys are heard by the cells at once.
        walk.press(KeyCode.DOWN);
        walk.press(KeyCode.DOWN);
        walk.press(KeyCode.RIGHT);
        walk.press(KeyCode.DIGIT4);
        assertThat(open(walk).stars().values()).as("given by its key").containsExactly(4);
        walk.press(KeyCode.DIGIT0);
        assertThat(open(walk).stars()).isEmpty();
        walk.press(KeyCode.DIGIT5);
        for (String view : List.of("side", "slider", "blink", "difference")) {
            walk.click("#review-" + view);
            walk.await("it is shown: " + view, () -> walk.isShown("#review-stage .image-view"));
            walk.picture("review-" + view);
            walk.press(KeyCode.ESCAPE);
            assertThat(walk.isShown("#review-cells")).as("its keys are heard").isTrue();
        }
    }

    /** Whether all of its width is seen, in what it scrolls in. */
    private static boolean isWhole(Walk walk, String query) {
        Region part = walk.find(query);
        return Toolkit.call(() -> {
            Node around = part.getParent();
            while (!(around instanceof ScrollPane)) {
                around = around.getParent();
            }
            return part.localToScene(part.getBoundsInLocal()).getMaxX()
                    <= around.localToScene(around.getBoundsInLocal()).getMaxX();
        });
    }

    private static OpenComparison open(Walk walk) {
        return Objects.requireNonNull(walk.studio.review().opened().get());
    }

    private static void voteBlind(Walk walk) throws Exception {
        walk.press(KeyCode.V);
        walk.await("a pair is shown", () -> walk.text("#blind-count").equals("0 of 4"));
        walk.picture("review-blind");
        assertThat(walk.text("#blind-hidden")).isEqualTo("names hidden");
        walk.press(KeyCode.LEFT);
        walk.press(KeyCode.X);
        walk.click("#vote-equal");
        walk.press(KeyCode.RIGHT);
        walk.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(walk.text("#blind-count")).isEqualTo("3 of 4");
        assertThat(new BlindVoting(open(walk).folder(), 1).votes())
                .extracting(vote -> vote.outcome())
                .containsExactly(VoteOutcome.LEFT, VoteOutcome.NEITHER, VoteOutcome.EQUAL);
    }

    private static void promote(Walk walk) throws Exception {
        walk.click("#blind-end");
        assertThat(walk.text("#blind-hidden")).isEqualTo("names shown");
        walk.picture("review-named");
        walk.click("#blind-promote");
        walk.awaitBeside(
                "the winner is in the library",
                () -> !walk.desk.parts().library().adapters().all().isEmpty());
        AdapterRecord winner = walk.desk.parts().library().adapters().all().getFirst();
        assertThat(winner.note())
                .startsWith("Chosen in the comparison Ilvara, two checkpoints")
                .contains("blind votes");
        assertThat(winner.character()).isEqualTo("ilvara");
        assertThat(winner.trigger()).isEqualTo("Ilvara");
    }

    private static void export(Walk walk) throws Exception {
        Path root = open(walk).folder().root();
        walk.press(KeyCode.ESCAPE);
        Button button = walk.find("#review-export");
        assertThat(button.isDisabled()).isFalse();
        walk.click("#review-export");
        walk.awaitBeside(
                "the tables are there", () -> Files.exists(root.resolve("checkpoints.csv")));
        walk.desk.awaitQuiet();
        String page = Files.readString(root.resolve("comparison.html"));
        assertThat(page).contains("data:image/").doesNotContain("src=\"cells/", "http");
        assertThat(Files.readAllLines(root.resolve("comparison.csv")))
                .hasSize(1 + 2 * CELLS)
                .filteredOn(line -> line.contains(",true,false,5,"))
                .hasSize(1);
        assertThat(Files.readAllLines(root.resolve("checkpoints.csv"))).hasSize(1 + COLUMNS);
        try (Stream<Path> all = Files.list(root)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".png"));
        }
    }
}
