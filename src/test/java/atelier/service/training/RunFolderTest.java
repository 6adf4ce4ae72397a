package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir Path folder;

    @Test
    void namesAdaptersAfterAnyTrigger() {
        RunFolder run = new RunFolder(folder.resolve("a/b"));
        assertThat(run.adapter("Mirza Khan")).hasFileName("Mirza-Khan.safetensors");
        assertThat(run.adapter("кошка_1.5")).hasFileName("кошка_1.5.safetensors");
        assertThat(run.adapter("../../etc/passwd")).hasFileName("etc-passwd.safetensors");
        assertThat(run.adapter("✨")).hasFileName("adapter.safetensors");
        assertThat(run.adapter("\ud83d\ude00".repeat(50))).hasFileName("adapter.safetensors");
        assertThat(run.adapter("x".repeat(300)).getFileName().toString()).hasSize(92);
        assertThat(run.checkpoints().of(42)).hasFileName("step-000042.safetensors");
    }
}
