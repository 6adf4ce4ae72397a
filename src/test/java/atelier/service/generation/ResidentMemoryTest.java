package atelier.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Resident memory over many generations, in a process of its own whose heap is fixed, so that only
 * leaks can move it.
 */
class ResidentMemoryTest {

    private static final int GENERATIONS = 20;
    private static final int SETTLED = 3;

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysFlatAfterTheThirdGeneration(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xms192m",
                                "-Xmx192m",
                                "-XX:+AlwaysPreTouch",
                                // The optimising compiler works when it finds time, later on a busy
                                // machine, and its memory is no leak.
                                "-XX:TieredStopAtLevel=1",
                                "-Dai.djl.offline=true",
                                "-Dreference.dir="
                                        + atelier.reference.Reference.root().toAbsolutePath(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                GenerationLoop.class.getName(),
                                folder.toString(),
                                Integer.toString(GENERATIONS))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.readAllLines();
        }
        assertThat(process.waitFor()).isZero();
        List<Long> resident =
                lines.stream().filter(line -> line.matches("\\d+")).map(Long::valueOf).toList();
        assertThat(resident).hasSize(GENERATIONS);
        long settled = resident.get(SETTLED - 1);
        assertThat(resident.subList(SETTLED, GENERATIONS))
                .as("KiB after each generation: " + resident)
                .allMatch(kib -> kib <= settled * 1.02);
    }
}
