package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.storage.Sha256;
import atelier.service.storage.SmallDisk;
import atelier.ui.shell.Place;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A disk that is full while each panel of the real window is worked, in a process of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux mounts a disk for a process")
class FullDiskWalkTest {

    private static final String WORDS = "a sailor with a scar";
    private static final String SCENE = "Ilvara by the sea";
    private static final String PICTURE = "01.png";
    private static final List<String> ASKED =
            List.of(
                    "settings",
                    "first steps",
                    "pictures",
                    "caption",
                    "note",
                    "image",
                    "training",
                    "images");

    @TempDir private Path folder;

    /** A process whose workspace lies on a disk that is full for a while. */
    static final class Worker {

        private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

        private final Walk walk;
        private final Path own;
        private final Set<Long> failed = new HashSet<>();

        private Worker(Walk walk, Path own) {
            this.walk = walk;
            this.own = own;
        }

        /**
         * Works.
         *
         * @param args the disk; a folder with one picture elsewhere
         */
        public static void main(String[] args) {
            int exit = 1;
            try {
                work(Path.of(args[0]), Path.of(args[1]));
                exit = 0;
            } catch (Exception | AssertionError e) {
                LOG.error("The walk ended", e);
            }
            // TestFX leaves JavaFX running.
            System.exit(exit);
        }

        private static void work(Path disk, Path own) throws Exception {
            Path filler = disk.resolve("filler");
            try (Walk walk = new Walk(disk)) {
                Map<String, String> before = files(disk);
                SmallDisk.fill(filler, 0);
                Worker worker = new Worker(walk, own);
                worker.workEverywhere();
                tell("changed", changed(before, files(disk)));
                Files.delete(filler);
                worker.goOn();
            }
        }

        private void workEverywhere() throws InterruptedException {
            walk.click("#rail-settings");
            walk.click("#look-light");
            walk.awaitBeside("it is told", () -> !walk.notices.isEmpty());
            walk.notices.forEach(notice -> tell("settings", notice));

            walk.act(() -> walk.studio.shell().go(Place.FIRST_STEPS));
            walk.act(() -> walk.studio.firstStart().own(List.of(own)));
            tellToasts("first steps");

            walk.click("#rail-dataset");
            walk.act(() -> walk.studio.dataset().add(List.of(own)));
            tellToasts("pictures");
            walk.click("#dataset-grid .tile");
            walk.write("#caption", WORDS);
            walk.press(KeyCode.CONTROL, KeyCode.ENTER);
            tellToasts("caption");

            walk.click("#rail-library");
            walk.click("#library-tab-characters");
            walk.write("#character-note", WORDS);
            walk.click("#library-tab-characters");
            tellToasts("note");
            walk.act(() -> walk.studio.library().drop(List.of(own.resolve(PICTURE))));
            tellToasts("image");

            walk.click("#rail-training");
            walk.await("it is told", () -> walk.studio.training().obstacle() != null);
            tell("training", walk.studio.texts().say(walk.studio.training().obstacle()));
            walk.click("#rail-generation");
            walk.write("#prompt", SCENE);
            walk.write("#steps .text-field", "2");
            walk.press(KeyCode.CONTROL, KeyCode.ENTER);
            tellOrder("images");
        }

        /** It is refused, or fails as it runs, as the file of the queue may have room yet. */
        private void tellOrder(String what) throws InterruptedException {
            walk.awaitBeside(
                    what + " cannot be had",
                    () -> walk.isShown("#toast-close") || !newFailures().isEmpty());
            tellToasts(what);
            for (JobRecord job : newFailures()) {
                tell(what, job.status().happened());
                failed.add(job.id());
            }
        }

        private List<JobRecord> newFailures() {
            return in(JobState.FAILED).stream().filter(job -> !failed.contains(job.id())).toList();
        }

        private List<JobRecord> in(JobState state) {
            return walk.desk.parts().jobs().jobs().in(state);
        }

        private void goOn() throws IOException, InterruptedException {
            walk.click("#rail-dataset");
            walk.act(() -> walk.find("#caption").requestFocus());
            walk.press(KeyCode.ALT, KeyCode.LEFT);
            tell("caption", walk.text("#caption"));
            Path file =
                    walk.studio
                            .workspace()
                            .originals("ilvara")
                            .resolve(walk.text("#picture-name").replace(".png", ".txt"));
            walk.press(KeyCode.CONTROL, KeyCode.ENTER);
            tell("its file", Files.readString(file));

            walk.click("#rail-library");
            tell("note", walk.text("#character-note"));
            walk.act(() -> walk.find("#character-note").requestFocus());
            walk.click("#library-tab-characters");
            tell("in the library", walk.desk.parts().library().characters().get("ilvara").note());

            walk.click("#rail-generation");
            tell("prompt", walk.text("#prompt"));
            walk.press(KeyCode.CONTROL, KeyCode.ENTER);
            walk.awaitBeside(
                    "an image is made",
                    () -> !in(JobState.DONE).isEmpty() || !newFailures().isEmpty());
            newFailures().forEach(job -> tell("failed", job.status().happened()));
            in(JobState.DONE).forEach(job -> tell("images", job.status().made()));
        }

        private void tellToasts(String what) {
            while (walk.isShown("#toast-close")) {
                tell(what, walk.text("#toast-text") + ' ' + walk.text("#toast-detail"));
                walk.click("#toast-close");
            }
        }

        private static void tell(String what, Object words) {
            System.out.println("told " + what + ": " + words.toString().strip());
        }
    }

    /**
     * Every file but the database's and the one that fills the disk, by the hash of its content.
     */
    private static Map<String, String> files(Path disk) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(disk)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = disk.relativize(file).toString();
                if (!name.contains("library.db") && !name.equals("filler")) {
                    all.put(name, Sha256.ofFile(file));
                }
            }
        }
        return all;
    }

    /** What is there in one of them only, or with another content. */
    private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
        Set<Map.Entry<String, String>> changed = new HashSet<>(before.entrySet());
        changed.addAll(now.entrySet());
        changed.removeIf(entry ->
                entry.getValue().equals(before.get(entry.getKey()))
                        && entry.getValue().equals(now.get(entry.getKey())));
        return changed.stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The flags of this JVM, as the process needs JavaFX, too. */
    private static List<String> flags() {
        return Stream.concat(
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(flag -> !flag.startsWith("-Xm")),
                        Stream.of("project.dir", "walk.model")
                                .map(name -> "-D" + name + "=" + System.getProperty(name, "")))
                .toList();
    }

    @Test
    void eachPanelSaysOneSentenceAndNothingIsLost() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.copy(Walk.SAMPLE.resolveSibling("held-out").resolve(PICTURE), own.resolve(PICTURE));
        List<String> told = SmallDisk.run(disk, "24m", flags(), Worker.class, disk, own);
        for (int i = 0; i < ASKED.size(); i++) {
            assertThat(told.get(i))
                    .matches(
                            ASKED.get(i)
                                    + ": (0 pictures added, 1 left out\\. )?\\S+ cannot be (saved|written): the disk is full; free some space and try again\\.");
        }
        assertThat(told.subList(ASKED.size(), told.size()))
                .containsExactly(
                        "changed: []",
                        "caption: " + WORDS,
                        "its file: " + WORDS,
                        "note: " + WORDS,
                        "in the library: " + WORDS,
                        "prompt: " + SCENE,
                        "images: 4");
    }
}
