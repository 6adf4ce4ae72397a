package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.model.job.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorCacheTest {

    @TempDir private Path folder;
    private int computed;

    private float[] get(String inputs, float value) {
        Supplier<Map<String, FloatTensor>> compute =
                () -> {
                    computed++;
                    return Map.of("x", new FloatTensor(List.of(2L), new float[] {value, -value}));
                };
        return new TensorCache(folder).get(inputs, compute).get("x").values();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theSameInputsAreComputedOnceEvenByAnotherRun() throws IOException {
        assertThat(get("a picture", 1)).containsExactly(1, -1);
        assertThat(get("a picture", 2)).containsExactly(1, -1);
        assertThat(computed).isEqualTo(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void otherInputsAreComputedAnew() throws IOException {
        get("a picture", 1);
        assertThat(get("a picture\n", 2)).containsExactly(2, -2);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aDamagedFileIsComputedAgainAndReplaced() throws IOException {
        get("a picture", 1);
        Path file = files().getFirst();
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(get("a picture", 1)).containsExactly(1, -1);
        assertThat(get("a picture", 5)).containsExactly(1, -1);
        assertThat(computed).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
    void aFileThatHoldsNoNumberIsComputedAgain(float damage) throws IOException {
        get("a picture", 1);
        FloatTensorFile.write(
                files().getFirst(),
                Map.of("x", new FloatTensor(List.of(2L), new float[] {1, damage})));
        assertThat(get("a picture", 5)).containsExactly(5, -5);
        assertThat(get("a picture", 6)).containsExactly(5, -5);
        assertThat(computed).isEqualTo(2);
    }

    @Test
    void workThatIsStoppedLeavesNothing() {
        assertThatThrownBy(() ->
                        new TensorCache(folder)
                                .get(
                                        "a picture",
                                        () -> {
                                            throw new CancelledException();
                                        }))
                .isInstanceOf(CancelledException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
