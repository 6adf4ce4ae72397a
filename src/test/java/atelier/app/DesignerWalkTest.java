package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.ImageQuery;
import atelier.service.job.JobQueue;
import atelier.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The designer's way through the real window: a long queue, and a restart in the middle of it. */
class DesignerWalkTest {

    private static final int JOBS = 12;

    @TempDir private Path folder;

    @Test
    void aQueueOfTwelveSurvivesARestartAndIsPutInOrder() throws Exception {
        List<JobRecord> before;
        SequencedMap<String, Path> made;
        try (Walk walk = new Walk(folder)) {
            walk.click("#rail-generation");
            // Long enough that the others wait until they are put in another order.
            order(walk, "a long frieze", 32, 60);
            for (int job = 2; job <= JOBS; job++) {
                order(walk, "tower number " + job, 1, 2);
            }
            walk.awaitBeside("some of the first is made", () -> job(walk, 1).status().made() >= 2);
            before = jobs(walk);
        }
        try (Walk walk = new Walk(folder)) {
            assertThat(walk.studio.shell().place().get()).isEqualTo(Place.GENERATION);
            assertThat(orders(jobs(walk))).isEqualTo(orders(before));
            assertThat(walk.text("#queue-open")).contains("" + JOBS);
            made = queue(walk).results(1);
            assertThat(made).hasSizeGreaterThanOrEqualTo(2);
            putInOrder(walk);
            press(walk, "#queue-cancel-1");
            walk.awaitBeside(
                    "everything is over",
                    () -> jobs(walk).stream().allMatch(job -> job.state().isOver()));
            assertThat(
                            jobs(walk).stream()
                                    .filter(job -> job.state() == JobState.DONE)
                                    .sorted(Comparator.comparing(DesignerWalkTest::started))
                                    .map(JobRecord::id))
                    .containsExactly(2L, 3L, 4L, 5L, 6L, 8L, 9L, 10L, 12L, 11L, 7L);
            assertThat(job(walk, 1).state()).isEqualTo(JobState.CANCELLED);
            assertThat(queue(walk).results(1)).containsAllEntriesOf(made);
            assertThat(made.values()).allMatch(Files::exists);
            walk.desk.awaitQuiet();
            int all = JOBS - 1 + queue(walk).results(1).size();
            assertThat(walk.desk.parts().library().images().find(ImageQuery.of("", 100)))
                    .hasSize(all);
            walk.awaitBeside(
                    "all are in the gallery", () -> walk.text("#gallery-all").contains("" + all));
            assertThat(walk.notices).isEmpty();
        }
    }

    /** The last before the one before it; one ended, and tried again at the end. */
    private static void putInOrder(Walk walk) {
        Node handle = walk.find("#job-12 .button");
        walk.act(handle::requestFocus);
        walk.press(KeyCode.CONTROL, KeyCode.UP);
        press(walk, "#queue-cancel-7");
        assertThat(job(walk, 7).state()).isEqualTo(JobState.CANCELLED);
        press(walk, "#queue-retry-7");
        assertThat(jobs(walk))
                .extracting(JobRecord::id)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L, 9L, 10L, 12L, 11L, 7L);
    }

    /** Wherever in the list it is scrolled to. */
    private static void press(Walk walk, String button) {
        Button found = walk.find(button);
        walk.act(found::fire);
    }

    private static void order(Walk walk, String prompt, int images, int steps) {
        walk.write("#prompt", prompt);
        walk.write("#steps .text-field", "" + steps);
        ComboBox<Integer> each = walk.find("#each");
        walk.act(() -> each.setValue(images));
        assertThat(walk.text("#image-count")).startsWith("" + images);
        walk.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private static List<String> orders(List<JobRecord> jobs) {
        return jobs.stream().map(job -> job.id() + " " + job.title() + " " + job.order()).toList();
    }

    private static JobQueue queue(Walk walk) {
        return walk.desk.parts().jobs();
    }

    private static List<JobRecord> jobs(Walk walk) {
        return queue(walk).jobs().jobs();
    }

    private static JobRecord job(Walk walk, long id) {
        return queue(walk).jobs().job(id).orElseThrow();
    }

    private static Instant started(JobRecord job) {
        return Objects.requireNonNull(job.status().started());
    }
}
