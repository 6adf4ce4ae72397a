package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.library.Workspace;
import atelier.model.settings.DiskUse;
import atelier.model.settings.DiskUse.Part;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.database.OpenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceDiskTest {

    @TempDir private Path root;
    private final FolderLocks locks = OpenWorkspace.locks();
    private Workspace workspace;
    private OpenWorkspace open;
    private WorkspaceDisk disk;

    @BeforeEach
    void fill() throws IOException {
        workspace = new Workspace(root);
        open = OpenWorkspace.open(workspace, locks);
        disk = new WorkspaceDisk(open);
        write("characters/temir/originals/1.png", 1);
        write("runs/one/cache/latents/a.safetensors", 20);
        write("runs/one/checkpoints/step-000001.safetensors", 300);
        write("runs/two/cache/texts/b.safetensors", 4_000);
        write("adapters/temir.safetensors", 50_000);
        write("images/2026-05-01/1.png", 600_000);
        write("trash/20260501-1/adapters/old.safetensors", 7_000_000);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void write(String name, int bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }

    @Test
    void eachPartIsMeasuredAndNoFileIsCountedTwice() {
        DiskUse use = disk.measure();
        assertThat(use.of(Part.CHARACTERS)).isEqualTo(1);
        assertThat(use.of(Part.RUNS)).isEqualTo(300);
        assertThat(use.of(Part.CACHES)).isEqualTo(4_020);
        assertThat(use.of(Part.ADAPTERS)).isEqualTo(50_000);
        assertThat(use.of(Part.IMAGES)).isEqualTo(600_000);
        assertThat(use.of(Part.MODELS)).isZero();
        assertThat(use.of(Part.TRASH)).isEqualTo(7_000_000);
        assertThat(use.total()).isEqualTo(7_654_321);
        assertThat(use.free()).isPositive();
    }

    @Test
    void cachesAreClearedButForARunThatGoesOn() throws IOException {
        write("runs/two/run.lock", 0);
        disk.clearCaches();
        assertThat(root.resolve("runs/one/cache")).doesNotExist();
        assertThat(root.resolve("runs/one/checkpoints/step-000001.safetensors")).exists();
        assertThat(root.resolve("runs/two/cache/texts/b.safetensors")).exists();
        assertThat(disk.measure().of(Part.CACHES)).isEqualTo(4_000);
    }

    @Test
    void theTrashIsEmptiedAndNothingElse() {
        disk.emptyTrash();
        DiskUse use = disk.measure();
        assertThat(use.of(Part.TRASH)).isZero();
        assertThat(use.total()).isEqualTo(654_321);
    }

    @Test
    void whereAnotherProcessHasTheWorkspaceNothingIsDeleted() {
        try (OpenWorkspace second = OpenWorkspace.open(workspace, locks)) {
            WorkspaceDisk looking = new WorkspaceDisk(second);
            assertThat(looking.measure().of(Part.TRASH)).isEqualTo(7_000_000);
            assertThatThrownBy(looking::emptyTrash)
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("can only be looked at here");
            assertThatThrownBy(looking::clearCaches).isInstanceOf(AtelierException.class);
        }
        assertThat(disk.measure().total()).isEqualTo(7_654_321);
    }
}
