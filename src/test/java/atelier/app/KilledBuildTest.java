package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.starter.build.TinyRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that builds the starter model is killed, and gone on with: what it comes to is, to
 * the bit, what an undisturbed one comes to.
 */
class KilledBuildTest {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final String WEIGHTS = "vae/diffusion_pytorch_model.fp16.safetensors";

    @TempDir private Path folder;

    private AtelierProcess process(Path recipe, Path out) throws IOException {
        return new AtelierProcess(
                folder,
                List.of(),
                Main.class,
                "models",
                "build-starter",
                "--recipe",
                recipe,
                "--out",
                out,
                "--steps",
                "12",
                "--device",
                "cpu",
                "--resume",
                "--json");
    }

    @Test
    void isToTheBitWhatAnUndisturbedBuildIs() throws Exception {
        Path recipe = new TinyRecipe().write(folder);
        Path whole = folder.resolve("whole");
        assertThat(process(recipe, whole).exit(LONGEST)).isZero();
        Path out = folder.resolve("out");
        for (int lines : new int[] {4, 5}) {
            AtelierProcess process = process(recipe, out);
            process.awaitLines("\"Training vae\"", lines);
            process.kill();
        }
        assertThat(process(recipe, out).exit(LONGEST)).isZero();
        assertThat(out.resolve(WEIGHTS)).hasSameBinaryContentAs(whole.resolve(WEIGHTS));
        assertThat(Files.readAllLines(out.resolve("log-vae.jsonl"))).hasSize(12);
    }
}
