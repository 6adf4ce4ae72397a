package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.job.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory over many steps. */
class TrainingMemoryTest {

    private static final int STEPS = 200;

    /** The 50th step: by then each kind of work was done twice. */
    private static final int SETTLED = 10;

    @Test
    @EnabledOnOs(OS.LINUX)
    void staysFlatAfterTheFiftiethStep(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<Long> resident = ResidentMemory.of(TrainingLoop.class, folder, STEPS);
        assertThat(resident).hasSize(STEPS / 5);
        ResidentMemory.assertFlat(resident, SETTLED);
    }
}
