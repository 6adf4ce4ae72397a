package atelier.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.Workspace;
import atelier.service.job.ScriptedRunner.Script;
import atelier.service.storage.database.OpenWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it works on its queue; the next one goes on with it. */
class KilledQueueTest {

    @TempDir private Path folder;

    private static JobQueue queue(OpenWorkspace open, ScriptedRunner... runners) {
        return new JobQueue(open.database(), List.of(runners), Clock.systemUTC(), System::nanoTime);
    }

    /** A process that makes three of ten items of each job, says so, and waits to be killed. */
    static final class Worker {

        private Worker() {}

        /**
         * Works.
         *
         * @param args the workspace
         */
        public static void main(String[] args) throws InterruptedException {
            ScriptedRunner images = new ScriptedRunner(JobKind.GENERATION);
            ScriptedRunner training = new ScriptedRunner(JobKind.TRAINING);
            OpenWorkspace open =
                    OpenWorkspace.open(new Workspace(Path.of(args[0])), OpenWorkspace.locks());
            JobQueue queue = queue(open, images, training);
            JobKind first = JobKind.valueOf(args[1]);
            queue.submit(first, "first", new Script("first", 10, -1));
            queue.submit(JobKind.GENERATION, "second", new Script("second", 1, -1));
            queue.listen(jobs -> {
                if (jobs.jobs().getFirst().status().made() == 3) {
                    System.out.println("three");
                }
            });
            images.allowed.release(3);
            training.allowed.release(3);
            queue.start();
            Thread.sleep(600_000);
        }
    }

    private void killAtThree(JobKind kind) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                folder.toString(),
                                kind.name())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            String line = process.inputReader().readLine();
            while (line != null && !line.equals("three")) {
                line = process.inputReader().readLine();
            }
            assertThat(line).isEqualTo("three");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aGenerationGoesOnWithWhatIsNotMade() throws Exception {
        killAtThree(JobKind.GENERATION);
        ScriptedRunner images = new ScriptedRunner(JobKind.GENERATION);
        ScriptedRunner training = new ScriptedRunner(JobKind.TRAINING);
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(folder), OpenWorkspace.locks());
                JobQueue queue = queue(open, images, training)) {
            assertThat(open.notice()).isNull();
            assertThat(queue.jobs().jobs())
                    .extracting(JobRecord::title, JobRecord::state, job -> job.status().made())
                    .containsExactly(
                            tuple("first", JobState.QUEUED, 3),
                            tuple("second", JobState.QUEUED, 0));
            images.allowed.release(8);
            finish(queue, 2);
            assertThat(images.made)
                    .containsExactly(
                            "first3", "first4", "first5", "first6", "first7", "first8", "first9",
                            "second0");
        }
    }

    @Test
    void aTrainingIsPausedAndGoesOnWhenAskedTo() throws Exception {
        killAtThree(JobKind.TRAINING);
        ScriptedRunner images = new ScriptedRunner(JobKind.GENERATION);
        ScriptedRunner training = new ScriptedRunner(JobKind.TRAINING);
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(folder), OpenWorkspace.locks());
                JobQueue queue = queue(open, images, training)) {
            JobRecord first = queue.jobs().jobs().getFirst();
            assertThat(first.state()).isEqualTo(JobState.PAUSED);
            assertThat(first.status().happened()).isEqualTo("Atelier ended while it ran.");
            images.allowed.release();
            training.allowed.release(7);
            finish(queue, 1);
            assertThat(training.made).isEmpty();
            queue.resume(first.id());
            finish(queue, 2);
            assertThat(training.made).hasSize(7).startsWith("first3");
        }
    }

    private static void finish(JobQueue queue, int done) throws InterruptedException {
        CountDownLatch finished = new CountDownLatch(1);
        JobListener listener =
                (JobList jobs) -> {
                    if (jobs.in(JobState.DONE).size() == done) {
                        finished.countDown();
                    }
                };
        queue.listen(listener);
        queue.start();
        assertThat(finished.await(60, TimeUnit.SECONDS)).isTrue();
        queue.unlisten(listener);
    }
}
