package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.training.SavingSettings;
import atelier.service.training.state.StepFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    @TempDir private Path folder;

    private Retention retention(int keepLast) {
        return new Retention(new StepFiles(folder), new SavingSettings(10, keepLast), 95);
    }

    private void save(Retention retention, long step, @Nullable Double probe) throws IOException {
        retention.stepped(new StepReport(step, 1, 1, 1, 1, 1, probe, null));
        Files.writeString(new StepFiles(folder).of(step), "adapter");
        retention.prune(step);
    }

    private Iterable<Long> kept() {
        return new StepFiles(folder).found().keySet();
    }

    @Test
    void theLastFewAreKept() throws IOException {
        Retention retention = retention(3);
        for (long step = 10; step <= 90; step += 10) {
            save(retention, step, null);
        }
        assertThat(kept()).containsExactly(70L, 80L, 90L);
        save(retention, 95, null);
        assertThat(kept()).containsExactly(80L, 90L, 95L);
    }

    @Test
    void theBestIsKeptUntilThereIsABetter() throws IOException {
        Retention retention = retention(1);
        save(retention, 10, 0.5);
        save(retention, 20, 0.3);
        save(retention, 30, 0.4);
        save(retention, 40, null);
        assertThat(kept()).containsExactly(20L, 40L);
        save(retention, 50, 0.2);
        save(retention, 60, 0.2);
        assertThat(kept()).containsExactly(50L, 60L);
    }

    @Test
    void whatIsPinnedIsKept() throws IOException {
        Retention retention = retention(1);
        save(retention, 10, null);
        Files.createFile(folder.resolve("step-000010.pinned"));
        save(retention, 20, null);
        save(retention, 30, null);
        assertThat(kept()).containsExactly(10L, 30L);
    }

    @Test
    void whatAPauseMadeStaysUntilTheNextRegularOne() throws IOException {
        Retention retention = retention(2);
        save(retention, 10, null);
        save(retention, 20, null);
        save(retention, 25, null);
        assertThat(kept()).containsExactly(10L, 20L, 25L);
        save(retention, 27, null);
        assertThat(kept()).containsExactly(10L, 20L, 27L);
        save(retention, 30, null);
        assertThat(kept()).containsExactly(20L, 30L);
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.safetensors"), "mine");
        Retention retention = retention(1);
        save(retention, 10, null);
        save(retention, 20, null);
        assertThat(mine).exists();
    }
}
