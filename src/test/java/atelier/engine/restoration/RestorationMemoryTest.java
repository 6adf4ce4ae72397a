package atelier.engine.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.job.ResidentMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory over a batch of a hundred images. */
class RestorationMemoryTest {

    private static final int IMAGES = 100;
    private static final int SETTLED = 3;

    @Test
    @Tag("slow")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells a process's memory so")
    void staysFlatAfterTheFirstThirty(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<Long> resident = ResidentMemory.of(RestorationLoop.class, folder, IMAGES);
        assertThat(resident).hasSize(IMAGES / 10);
        ResidentMemory.assertFlat(resident, SETTLED);
    }
}
