package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.storage.SmallDisk;
import atelier.service.training.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that fills up while a run saves, in a process of its own with a small disk of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux mounts a disk for a process")
@Tag("slow")
class FullDiskTest {

    @TempDir Path folder;

    /** What the process told. */
    private List<String> run(double checkpoint, double state) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        return SmallDisk.run(
                disk, "64m", FullDiskMain.class, folder, disk, checkpoint, state, copies);
    }

    /** Room for a part of the checkpoint, and for it and a part of the state. */
    @ParameterizedTest
    @CsvSource({"0.5, 0, checkpoints/step-000003", "1, 0.5, state/step-000003"})
    void nothingIsLostAndTheRunGoesOnWhenThereIsRoom(double checkpoint, double state, String file)
            throws Exception {
        TinyTraining.data(folder);
        List<String> told = run(checkpoint, state);
        Path disk = folder.resolve("disk/run");
        assertThat(told)
                .singleElement()
                .asString()
                .contains(
                        file,
                        " was not written because the disk is full: free some space",
                        "What was trained up to step 2 is saved, and atelier train --resume "
                                + disk);
        Path full = folder.resolve("copies/full");
        assertThat(StateFile.read(full.resolve("state/step-000002.safetensors")).trainer().done())
                .isEqualTo(2);
        assertThat(full.resolve("state/step-000003.safetensors")).doesNotExist();
        RunFiles.assertWhole(full.resolve("checkpoints/step-000002.safetensors"));
        assertNothingIsHalfWritten(full);

        try (TinyTraining tiny = new TinyTraining()) {
            tiny.train(
                    TinyTraining.order(
                            folder, "whole", "steps=4", "checkpointEvery=1", "resolution=64"));
        }
        RunFiles.assertSame(folder.resolve("copies/resumed"), folder.resolve("whole"));
        assertNothingIsHalfWritten(folder.resolve("copies/resumed"));
    }

    private static void assertNothingIsHalfWritten(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.getFileName().toString()).doesNotEndWith(".partial");
                if (file.toString().endsWith(".safetensors")) {
                    RunFiles.assertWhole(file);
                }
            }
        }
    }
}
