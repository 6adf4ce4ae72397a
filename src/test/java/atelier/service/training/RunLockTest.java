package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.service.storage.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir private Path folder;

    private final RunLocks locks = new RunLocks();

    /** A process that takes the folder, says so, and keeps it until it is killed. */
    static final class Holder {

        private Holder() {}

        /**
         * Takes the folder.
         *
         * @param args the folder
         */
        public static void main(String[] args) throws InterruptedException {
            try (FolderLock _ =
                    new RunLocks().take(Path.of(args[0]), "process 4711 on another-machine")) {
                System.out.println("held");
                Thread.sleep(600_000);
            }
        }
    }

    private Process holder() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String line = process.inputReader().readLine();
        assertThat(line).isEqualTo("held");
        return process;
    }

    private void assertHeld(String owner) {
        // Twice, as a look must not take the lock away.
        for (int look = 0; look < 2; look++) {
            assertThatThrownBy(() -> locks.take(folder, owner))
                    .isInstanceOf(AtelierException.class)
                    .hasMessage(
                            folder
                                    + " is being trained in by "
                                    + owner
                                    + ": wait for it to end, or stop it.");
            assertThatThrownBy(() -> locks.requireFree(folder))
                    .hasMessageContaining("is being trained in by");
        }
    }

    @Test
    void twoTrainingsOfOneProcessDoNotShareAFolder() {
        try (FolderLock _ = locks.take(folder, "process 1 on here")) {
            assertHeld("process 1 on here");
        }
        locks.requireFree(folder);
        locks.take(folder, "process 1 on here").close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherProcessIsNamedAndWhatItLeavesWhenKilledIsTakenOver() throws Exception {
        Process process = holder();
        try {
            assertHeld("process 4711 on another-machine");
        } finally {
            process.destroyForcibly().waitFor();
        }
        Path file = folder.resolve(RunLocks.NAME);
        assertThat(file).content().contains("4711");
        locks.requireFree(folder);
        try (FolderLock _ = locks.take(folder, "me")) {
            assertThat(Files.readString(file)).isEqualTo("me\n");
        }
        assertThat(file).doesNotExist();
    }
}
