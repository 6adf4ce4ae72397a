package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.storage.SmallDisk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under the real window, in a process of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux mounts a disk for a process")
class FullDiskWalkTest {

    @TempDir private Path folder;

    /** The window over a disk that is full for a while. */
    static final class Worker {

        private Worker() {}

        /**
         * Works.
         *
         * @param args the disk
         */
        public static void main(String[] args) throws Exception {
            Path disk = Path.of(args[0]);
            Path filler = disk.resolve("filler");
            try (Walk walk = new Walk(disk)) {
                walk.click("#rail-dataset");
                SmallDisk.fill(filler, 0);
                walk.write("#caption", "a caption " + "that is long ".repeat(1000));
                walk.press(KeyCode.CONTROL, KeyCode.ENTER);
                say("caption", walk.text("#toast-text"));
                walk.click("#toast-close");

                walk.click("#rail-generation");
                walk.write("#prompt", "a tower");
                walk.write("#steps .text-field", "2");
                walk.press(KeyCode.CONTROL, KeyCode.ENTER);
                say("order", walk.text("#toast-text"));
                Files.delete(filler);
                walk.click("#toast-close");

                walk.press(KeyCode.CONTROL, KeyCode.ENTER);
                walk.awaitBeside("it is made", () -> is(walk, 1, JobState.DONE));
                SmallDisk.fill(filler, 16_384);
                walk.press(KeyCode.CONTROL, KeyCode.ENTER);
                walk.awaitBeside("the second fails", () -> is(walk, 2, JobState.FAILED));
                walk.desk.awaitQuiet();
                say("job bar", walk.text("#job-detail"));
                Files.delete(filler);
                walk.click("#job-retry");
                walk.awaitBeside("it is made", () -> is(walk, 2, JobState.DONE));
                walk.click("#rail-dataset");
                say("captions", "" + captions(disk));
            }
            System.exit(0);
        }

        private static void say(String what, String words) {
            System.out.println("told " + what + ": " + words.strip());
        }

        private static boolean is(Walk walk, long id, JobState state) {
            return walk.desk.parts().jobs().jobs().job(id).map(JobRecord::state).orElse(null)
                    == state;
        }

        private static long captions(Path disk) throws IOException {
            try (Stream<Path> files =
                    Files.list(disk.resolve("workspace/characters/ilvara/originals"))) {
                return files.filter(file -> file.toString().endsWith(".txt"))
                        .filter(file -> file.toFile().length() > 0)
                        .count();
            }
        }
    }

    private static List<String> flags() {
        List<String> flags = new ArrayList<>();
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--module-path")
                    || flag.startsWith("--add-")
                    || flag.startsWith("-D")) {
                flags.add(flag);
            }
        }
        flags.add("-Dproject.dir=" + System.getProperty("project.dir"));
        return flags;
    }

    @Test
    void eachFailureIsOneSentenceAndNothingIsLost() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> told = SmallDisk.run(disk, "48m", flags(), Worker.class, disk);
        assertThat(told).hasSize(4);
        assertThat(told.subList(0, 3))
                .allMatch(
                        line -> line.endsWith("the disk is full; free some space and try again."));
        assertThat(told.getLast()).isEqualTo("captions: 16");
    }
}
