package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.ui.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no picture, no adapter and no image, dropped everywhere in the real window. */
class WrongFilesWalkTest {

    @TempDir private Path folder;

    @Test
    void eachIsRefusedInOnePlainSentenceAndNothingIsLost() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.docx"), "Dear Mira");
        Path broken = broken("broken.png");
        Path weights = Files.write(folder.resolve("weights.safetensors"), new byte[40]);
        try (Walk walk = new Walk(folder)) {
            walk.act(() -> walk.studio.firstStart().own(List.of(letter)));
            refused(walk, "letter.docx");
            assertThat(walk.studio.shell().place().get()).isEqualTo(Place.FIRST_STEPS);

            walk.click("#rail-dataset");
            assertThat(walk.text("#filter-all")).contains("16");
            walk.act(() -> walk.studio.dataset().add(List.of(letter)));
            refused(walk, "letter.docx");
            walk.act(() -> walk.studio.dataset().add(List.of(broken)));
            refused(walk, "broken.png");
            assertThat(walk.text("#filter-all")).contains("16");
            truncate(originals().resolve("05.png"));
            walk.click("#resolution-512");
            assertThat(walk.text("#filter-out")).contains("1");
            assertThat(walk.text("#filter-all")).as("the others are there").contains("16");

            walk.click("#rail-training");
            walk.act(() -> walk.studio.training().drop(List.of(letter)));
            refused(walk, "letter.docx");

            walk.click("#rail-generation");
            walk.write("#prompt", "Ilvara by the sea");
            for (Path wrong : List.of(letter, broken, weights)) {
                walk.act(() -> walk.studio.generation().drop(List.of(wrong)));
                refused(walk, wrong.getFileName().toString());
            }
            assertThat(walk.text("#prompt")).isEqualTo("Ilvara by the sea");
            assertThat(walk.desk.parts().library().characters().all()).hasSize(1);
            assertThat(walk.desk.parts().library().adapters().all()).isEmpty();
        }
    }

    private Path originals() {
        return folder.resolve("workspace/characters/ilvara/originals");
    }

    private Path broken(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(Walk.SAMPLE.resolve("01.png"), file);
        truncate(file);
        return file;
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 3));
    }

    /** A sentence or two, of the file, without anything that only a programmer understands. */
    private static void refused(Walk walk, String file) {
        String said = walk.text("#toast-text") + ' ' + walk.text("#toast-detail");
        assertThat(said.strip())
                .contains(file)
                .doesNotContain("Exception", "null", "defect")
                .endsWith(".");
        assertThat(walk.isShown("#toast-close")).isTrue();
        walk.click("#toast-close");
        assertThat(walk.isShown("#toast-close")).as("each is told once").isFalse();
    }
}
