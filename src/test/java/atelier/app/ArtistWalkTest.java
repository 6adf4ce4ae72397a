package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.ui.shell.Place;
import atelier.ui.training.PlanModel;
import atelier.ui.training.RunStage;
import atelier.ui.training.TrainingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The artist's way through the real window: from a folder of pictures to an image that is liked,
 * found again and made again.
 */
class ArtistWalkTest {

    private static final String SCENE = "Mira in the city at night";

    @TempDir private Path folder;

    @Test
    void fromPicturesToALikedImageAndBackToItsSettings() throws Exception {
        try (WindowThreadFiles files = new WindowThreadFiles();
                Walk walk = new Walk(folder)) {
            importPictures(walk);
            fixTheBadge(walk);
            train(walk);
            findTheAdapter(walk);
            makeTwoImages(walk);
            Path liked = likeOne(walk);
            takeItsSettingsBack(walk, liked);
            assertThat(walk.notices).isEmpty();
            assertThat(walk.studio.toasts().current().get())
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            last -> assertThat(last.stays()).as("a failure").isFalse());
            assertThat(files.below(folder, false)).as("what is recorded").isNotEmpty();
            assertThat(files.below(folder, true)).as("on the window's thread").isEmpty();
            assertThat(files.below(Walk.model(), true)).as("on the window's thread").isEmpty();
        }
    }

    private void importPictures(Walk walk) throws IOException {
        assertThat(walk.studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);
        Path mira = Files.createDirectory(folder.resolve("Mira"));
        try (Stream<Path> pictures = Files.list(Walk.SAMPLE)) {
            for (Path file : pictures.toList()) {
                Files.copy(file, mira.resolve(file.getFileName()));
            }
        }
        Files.delete(mira.resolve("03.txt"));
        walk.act(() -> walk.studio.firstStart().own(List.of(mira)));
        assertThat(walk.studio.shell().place().get()).isEqualTo(Place.DATASET);
        assertThat(walk.text("#character")).startsWith("Mira");
        assertThat(walk.text("#filter-all")).contains("16");
        assertThat(walk.text("#filter-look")).contains("1");
    }

    private void fixTheBadge(Walk walk) throws IOException {
        walk.click("#filter-look");
        walk.click("#dataset-grid .tile");
        assertThat(walk.text("#picture-name")).isEqualTo("03.png");
        walk.write("#caption", "close-up, blue sky");
        walk.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(walk.text("#filter-ready")).contains("16");
        assertThat(folder.resolve("workspace/characters/mira/originals/03.txt"))
                .content()
                .startsWith("close-up, blue sky");
        assertThat(folder.resolve("Mira/03.txt")).as("the originals").doesNotExist();
        walk.click("#filter-all");
    }

    private static void train(Walk walk) throws InterruptedException {
        walk.click("#dataset-train");
        assertThat(walk.studio.shell().place().get()).isEqualTo(Place.TRAINING);
        assertThat(walk.text("#training-start")).isEqualTo("Train Mira");
        walk.click("#training-speed-rapid");
        walk.click("#training-all-settings");
        walk.write("#setting-steps", "20");
        walk.press(KeyCode.ENTER);
        TrainingModel training = walk.studio.training();
        walk.act(() -> small(training.plan()));
        walk.await(
                "the plan can be trained",
                () -> !walk.<Button>find("#training-start").isDisabled());
        walk.click("#training-start");
        walk.await(
                "the first step is shown",
                () -> training.stage() == RunStage.RUNNING && training.run().get().done() > 0);
        walk.click("#training-pause");
        walk.await("it is paused", () -> training.stage() == RunStage.PAUSED);
        assertThat(walk.text("#training-pause")).isEqualTo("Resume");
        assertThat(training.run().get().done()).isLessThan(20);
        walk.click("#training-pause");
        walk.await(
                "it is done and shown",
                () -> training.stage() == RunStage.DONE && training.run().get().done() == 20);
        walk.desk.awaitQuiet();
        Polyline curve = walk.find(".curve.raw");
        assertThat(curve.getPoints()).as("a point for each step").hasSize(2 * 20);
        walk.await("a preview is shown", () -> isSeen(walk, "#preview-10"));
    }

    private static void small(PlanModel plan) {
        Map.of(
                        "resolution", "128",
                        "batchSize", "4",
                        "rank", "4",
                        "previewEvery", "10",
                        "previewSteps", "2",
                        "probeEvery", "5")
                .forEach(plan::set);
    }

    private static boolean isSeen(Walk walk, String preview) {
        Button cell = walk.find(preview);
        return cell.getGraphic() instanceof ImageView view
                && view.getImage() != null
                && view.getImage().getProgress() == 1
                && !view.getImage().isError();
    }

    private static void findTheAdapter(Walk walk) throws InterruptedException {
        walk.awaitBeside(
                "the adapter is in the library, and its character complete",
                () ->
                        walk.desk.parts().library().characters().get("mira").state()
                                == CharacterState.COMPLETED);
        AdapterRecord adapter = walk.desk.parts().library().adapters().all().getFirst();
        assertThat(adapter.character()).isEqualTo("mira");
        assertThat(adapter.trigger()).isEqualTo("mira");
    }

    private static void makeTwoImages(Walk walk) throws InterruptedException {
        walk.click("#rail-generation");
        walk.click("#adapters .toggle-switch");
        walk.write("#prompt", SCENE);
        walk.write("#steps .text-field", "3");
        walk.write("#seed", "11");
        ComboBox<Integer> each = walk.find("#each");
        walk.act(() -> each.setValue(2));
        assertThat(walk.text("#adapters-on")).startsWith("1");
        walk.press(KeyCode.CONTROL, KeyCode.ENTER);
        walk.await("two images are in the gallery", () -> count(walk, "#gallery-all") == 2);
        walk.awaitBeside(
                "the queue is done with them",
                () ->
                        walk.desk.parts().jobs().jobs().jobs().stream()
                                .allMatch(job -> job.state().isOver()));
        walk.desk.awaitQuiet();
        List<ImageRecord> images = images(walk);
        assertThat(images).extracting(ImageRecord::seed).containsExactlyInAnyOrder("11", "12");
        assertThat(images).allMatch(image -> image.adapters().contains("mira"));
    }

    private static List<ImageRecord> images(Walk walk) {
        return walk.desk.parts().library().images().find(ImageQuery.of("", 10));
    }

    private static int count(Walk walk, String chip) {
        String digits = walk.text(chip).replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static Path likeOne(Walk walk) throws InterruptedException {
        walk.click("#gallery .image-cell");
        walk.press(KeyCode.L);
        walk.await("it is liked", () -> count(walk, "#gallery-liked") == 1);
        walk.press(KeyCode.DIGIT4);
        walk.awaitBeside("it has four stars", () -> stars(walk) == 4);
        walk.press(KeyCode.DIGIT0);
        walk.awaitBeside("it has none", () -> stars(walk) == 0);
        walk.click("#gallery-liked");
        ImageRecord liked =
                images(walk).stream()
                        .filter(image -> image.marks().liked() > 0)
                        .findFirst()
                        .orElseThrow();
        walk.click("#gallery-all");
        walk.write("#gallery-search", "zebra");
        assertThat(walk.isShown("#gallery-nothing")).isTrue();
        walk.write("#gallery-search", "city " + liked.seed());
        assertThat(count(walk, "#gallery-all")).isEqualTo(1);
        return walk.desk.parts().library().images().path(liked);
    }

    private static int stars(Walk walk) {
        return images(walk).stream().mapToInt(image -> image.marks().stars()).sum();
    }

    private static void takeItsSettingsBack(Walk walk, Path image) {
        walk.write("#prompt", "something else");
        walk.write("#seed", "5");
        walk.write("#steps .text-field", "30");
        walk.click("#adapters .toggle-switch");
        walk.act(() -> walk.studio.generation().drop(List.of(image)));
        assertThat(walk.text("#prompt")).isEqualTo(SCENE);
        assertThat(walk.text("#steps .text-field")).isEqualTo("3");
        assertThat(walk.text("#seed")).isIn("11", "12");
        assertThat(walk.text("#adapters-on")).startsWith("1");
        walk.click("#toast-undo");
        assertThat(walk.text("#prompt")).isEqualTo("something else");
    }
}
