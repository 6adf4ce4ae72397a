package atelier.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.Workspace;
import atelier.service.job.ScriptedRunner.Script;
import atelier.service.storage.SmallDisk;
import atelier.service.storage.database.OpenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up while the queue writes, in a process of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux mounts a disk for a process")
class FullDiskQueueTest {

    @TempDir private Path folder;

    /** A process that works on a disk which is full for a while. */
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
            Workspace workspace = new Workspace(disk.resolve("work"));
            ScriptedRunner images = new ScriptedRunner(JobKind.GENERATION);
            try (OpenWorkspace open = OpenWorkspace.open(workspace, OpenWorkspace.locks());
                    JobQueue queue = queue(open, images)) {
                long a = queue.submit(JobKind.GENERATION, "a", new Script("a", 3, -1)).id();
                queue.start();
                images.allowed.release();
                await(queue, jobs -> only(jobs).status().made() == 1);
                SmallDisk.fill(filler, 0);
                try {
                    for (int job = 0; job < 100; job++) {
                        queue.submit(
                                JobKind.GENERATION, "b".repeat(10_000), new Script("b", 1, -1));
                    }
                } catch (AtelierException e) {
                    System.out.println("told " + e.getMessage());
                }
                images.allowed.release();
                await(queue, jobs -> jobs.job(a).orElseThrow().state() == JobState.FAILED);
                System.out.println("told " + only(queue.jobs()).status().happened());
                Files.delete(filler);
                queue.retry(a);
                images.allowed.release(200);
                await(queue, jobs -> jobs.jobs().stream().allMatch(job -> job.state().isOver()));
            }
            try (OpenWorkspace open = OpenWorkspace.open(workspace, OpenWorkspace.locks());
                    JobQueue queue = queue(open, images)) {
                JobRecord first = queue.jobs().job(1).orElseThrow();
                System.out.println("told " + first.state() + " " + first.status().made());
                System.out.println(
                        "told "
                                + (queue.jobs().in(JobState.DONE).size()
                                        == queue.jobs().jobs().size()));
            }
        }

        private static JobQueue queue(OpenWorkspace open, ScriptedRunner images) {
            return new JobQueue(
                    open.database(), List.of(images), Clock.systemUTC(), System::nanoTime);
        }

        private static JobRecord only(JobList jobs) {
            return jobs.job(1).orElseThrow();
        }

        private static void await(JobQueue queue, Predicate<JobList> wanted)
                throws InterruptedException {
            CountDownLatch seen = new CountDownLatch(1);
            JobListener listener =
                    jobs -> {
                        if (wanted.test(jobs)) {
                            seen.countDown();
                        }
                    };
            queue.listen(listener);
            seen.await();
            queue.unlisten(listener);
        }
    }

    @Test
    void nothingIsLostAndTheQueueGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> told = SmallDisk.run(disk, "8m", Worker.class, disk);
        String full =
                disk.resolve("work/library.db")
                        + " cannot be written: the disk is full; free some space and try again.";
        assertThat(told).containsExactly(full, full, "DONE 3", "true");
    }
}
