package atelier.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.job.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory over many generations. */
class ResidentMemoryTest {

    private static final int GENERATIONS = 20;
    private static final int SETTLED = 3;

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysFlatAfterTheThirdGeneration(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<Long> resident = ResidentMemory.of(GenerationLoop.class, folder, GENERATIONS);
        assertThat(resident).hasSize(GENERATIONS);
        ResidentMemory.assertFlat(resident, SETTLED);
    }
}
