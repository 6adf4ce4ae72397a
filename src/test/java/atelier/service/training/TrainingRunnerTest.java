package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.model.training.TrainingOrder;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.storage.database.Database;
import atelier.service.storage.database.Rows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training as a job, on the tiny random model. */
class TrainingRunnerTest {

    @TempDir private Path folder;

    private static JobQueue queue(Database database, TinyTraining tiny) {
        return new JobQueue(
                database,
                List.of(new TrainingRunner(tiny.service)),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private static JobRecord only(JobQueue queue) {
        return queue.jobs().jobs().getFirst();
    }

    private static void await(JobQueue queue, Predicate<JobRecord> wanted)
            throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        JobListener listener =
                jobs -> {
                    if (wanted.test(jobs.jobs().getFirst())) {
                        seen.countDown();
                    }
                };
        queue.listen(listener);
        assertThat(seen.await(5, TimeUnit.MINUTES)).isTrue();
        queue.unlisten(listener);
    }

    private static boolean hasDone(JobRecord job, long steps) {
        Progress progress = job.progress();
        return progress != null && progress.stage().equals("Training") && progress.done() >= steps;
    }

    @Test
    void aRunThatIsPausedAndInterruptedComesToWhatAnUndisturbedOneDoes() throws Exception {
        TinyTraining.data(folder);
        String[] sets = {"steps=9", "checkpointEvery=2", "resolution=64"};
        TrainingOrder order = TinyTraining.order(folder, "run", sets);
        try (TinyTraining tiny = new TinyTraining();
                Database database = Database.open(folder.resolve("library.db"))) {
            try (JobQueue queue = queue(database, tiny)) {
                long id = queue.submit(JobKind.TRAINING, "mirza", order).id();
                queue.start();
                await(queue, job -> hasDone(job, 2));
                queue.pause(id);
                await(queue, job -> job.state() == JobState.PAUSED);
                assertThat(only(queue).status().happened()).contains("is saved");
                queue.resume(id);
                await(queue, job -> job.state() == JobState.RUNNING && hasDone(job, 4));
            }
            try (JobQueue queue = queue(database, tiny)) {
                assertThat(only(queue).state()).isEqualTo(JobState.PAUSED);
                queue.cancel(only(queue).id());
                assertThat(only(queue).status().kept())
                        .matches("What was trained up to step [4-9] is kept\\.");
                queue.retry(only(queue).id());
                queue.start();
                await(queue, job -> job.state().isOver());
                assertThat(only(queue).status().happened())
                        .isEqualTo("9 steps on 10 pictures: mirza.safetensors.");
                assertThat(only(queue).status().made()).isEqualTo(1);
            }
            tiny.train(TinyTraining.order(folder, "whole", sets));
            RunFiles.assertSame(folder.resolve("run"), folder.resolve("whole"));
            // As if the process had ended right before the last word.
            database.change(
                    connection -> Rows.change(connection, "update job set state = 'RUNNING'"));
            try (JobQueue queue = queue(database, tiny)) {
                queue.resume(only(queue).id());
                queue.start();
                await(queue, job -> job.state() == JobState.DONE);
                assertThat(only(queue).status().happened())
                        .isEqualTo("mirza.safetensors was finished before.");
            }
        }
    }
}
