package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.ModelInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A single file of SDXL's real structure, 7 GB, whose data is a hole: headers, mapping and
 * inspection at full size, with the times they take printed.
 */
@Tag("slow")
class FullSizeFileTest {

    private static final long SDXL_PARAMETERS =
            2_567_463_684L + 83_653_863L + 123_060_480L + 694_659_840L;

    @TempDir Path folder;

    @Test
    void inspectsAndMapsSevenGigabytes() throws IOException {
        Path path = folder.resolve("sdxl.safetensors");
        TestModels.hole(path);
        long size = Files.size(path);
        assertThat(size).isGreaterThan(2 * SDXL_PARAMETERS);
        CheckpointInspector inspector =
                new CheckpointInspector(new ContentHashes(folder.resolve("hashes.json")));
        for (String round : List.of("cold", "warm")) {
            time(round + " header", () -> SafetensorsFile.open(path));
            time(round + " model", () -> Checkpoint.open(path));
            time(round + " inspect", () -> inspector.inspect(path, CheckpointOptions.NONE));
        }
        ModelInspection inspection = inspector.inspect(path, CheckpointOptions.NONE);
        assertThat(inspection.problem()).isEmpty();
        assertThat(inspection.bytes()).isEqualTo(size);
        assertThat(inspection.networks())
                .extracting(ModelInspection.NetworkSummary::parameters)
                .containsExactly(2_567_463_684L, 83_653_863L, 123_060_480L, 694_659_840L);
        SafetensorsFile file = SafetensorsFile.open(path);
        time(
                "map",
                () -> {
                    try (SafetensorsMapping mapping = SafetensorsMapping.open(file)) {
                        long mapped =
                                file.tensors().values().stream()
                                        .mapToLong(tensor -> mapping.buffer(tensor).remaining())
                                        .sum();
                        assertThat(mapping.isCopied()).isFalse();
                        assertThat(mapped).isEqualTo(2 * SDXL_PARAMETERS);
                    }
                });
        time(
                "map one by one",
                () ->
                        file.tensors()
                                .values()
                                .forEach(tensor -> {
                                    try (SafetensorsMapping range =
                                            SafetensorsMapping.open(
                                                    file, tensor.begin(), tensor.end())) {
                                        assertThat(range.buffer(tensor).remaining())
                                                .isEqualTo((int) tensor.bytes());
                                    }
                                }));
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%-16s %7.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
