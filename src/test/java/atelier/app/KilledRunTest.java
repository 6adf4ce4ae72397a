package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import atelier.service.dataset.DrawnPictures;
import atelier.service.training.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that trains is killed again and again, wherever it is, and gone on with: what it
 * comes to is, to the bit, what an undisturbed one comes to.
 */
class KilledRunTest {

    /** Long enough for a machine that does much else; only a process that hangs takes it. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void draw() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        DrawnPictures.into(data);
    }

    /**
     * Saves at every step, so that many a kill meets a save; draws few previews, each at once, as
     * they would take most of the time.
     */
    private AtelierProcess begin(Path run, int steps) throws IOException {
        return new AtelierProcess(
                folder,
                List.of(),
                Main.class,
                "train",
                "--model",
                Reference.root().resolve("tiny-sdxl").toAbsolutePath(),
                "--data",
                data,
                "--trigger",
                "mia",
                "--set",
                "steps=" + steps,
                "--set",
                "checkpointEvery=1",
                "--set",
                "resolution=64",
                "--set",
                "rank=4",
                "--set",
                "probeEvery=5",
                "--set",
                "previewEvery=6",
                "--set",
                "previewSteps=1",
                "--preview-prompt",
                "mia",
                "--device",
                "cpu",
                "--out",
                run,
                "--json");
    }

    /** Goes on with the run, or begins it where it was killed before it was planned. */
    private AtelierProcess goOn(Path run, int steps) throws IOException {
        return Files.exists(run.resolve("plan.json"))
                ? new AtelierProcess(
                        folder, List.of(), Main.class, "train", "--resume", run, "--json")
                : begin(run, steps);
    }

    private void assertKilledRunIsTheSame(int kills, int steps, Random random) throws Exception {
        Path whole = folder.resolve("whole");
        assertThat(begin(whole, steps).exit(LONGEST)).isZero();
        Path run = folder.resolve("run");
        int kill = 0;
        for (; kill < kills && !Files.exists(run.resolve("mia.safetensors")); kill++) {
            AtelierProcess process = goOn(run, steps);
            // Some while saving, some in the middle of a step, some before the first.
            int lines = 1 + random.nextInt(kill == 0 ? 1 : 3);
            process.awaitLines("\"Training\"", lines);
            Thread.sleep(random.nextInt(120));
            process.kill();
            assertNothingIsHalfWritten(run);
        }
        assertThat(kill).as("how often it was killed").isGreaterThan(kills / 2);
        if (!Files.exists(run.resolve("mia.safetensors"))) {
            assertThat(goOn(run, steps).exit(LONGEST)).isZero();
        }
        RunFiles.assertSame(run, whole);
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".partial"));
        }
        assertThat(run.resolve("run.lock")).doesNotExist();
    }

    /** What bears a final name opens whole. */
    private static void assertNothingIsHalfWritten(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".safetensors")).toList()) {
                RunFiles.assertWhole(file);
            }
        }
    }

    @Test
    void threeTimes() throws Exception {
        assertKilledRunIsTheSame(3, 12, new Random(3));
    }

    @Test
    @Tag("slow")
    void twentyTimes() throws Exception {
        assertKilledRunIsTheSame(20, 60, new Random(20));
    }
}
