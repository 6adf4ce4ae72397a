package atelier.service.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationWish;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.storage.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restorations as jobs. */
class RestorationRunnerTest {

    private static final RestorationWish FACES = RestorationWish.NOTHING.restoredBy("gfpgan-1.4");

    @TempDir private Path folder;
    private final List<Path> saved = new CopyOnWriteArrayList<>();

    private static JobRecord awaitOver(JobQueue queue) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        JobListener listener =
                jobs -> {
                    if (jobs.jobs().stream().allMatch(job -> job.state().isOver())) {
                        there.countDown();
                    }
                };
        queue.listen(listener);
        assertThat(there.await(1, TimeUnit.MINUTES)).isTrue();
        queue.unlisten(listener);
        return queue.jobs().jobs().getLast();
    }

    @Test
    void resultsAreWrittenDownShownAndNotMadeTwice() throws Exception {
        Path in = folder.resolve("in");
        for (int i = 0; i < 3; i++) {
            RestorationFixture.paint(in.resolve(i + ".png"), i, i < 2);
        }
        Files.writeString(in.resolve("3.png"), "no picture");
        RestorationOrder order =
                new RestorationOrder(
                        RestorationItems.find(List.of(in), false),
                        folder.resolve("out"),
                        FACES,
                        DeviceChoice.AUTO);
        try (RestorationFixture fixture = new RestorationFixture(folder);
                Database database = Database.open(folder.resolve("library.db"));
                JobQueue queue =
                        new JobQueue(
                                database,
                                List.of(
                                        new RestorationRunner(
                                                fixture.service(),
                                                file -> {
                                                    saved.add(file);
                                                    throw new AtelierException("No gallery.");
                                                })),
                                Clock.systemUTC(),
                                System::nanoTime)) {
            long id = queue.submit(JobKind.RESTORATION, "pictures", order).id();
            queue.start();
            JobRecord done = awaitOver(queue);
            assertThat(done.state()).as(done.status().happened()).isEqualTo(JobState.DONE);
            assertThat(done.status().happened()).isEqualTo("3 pictures, 1 could not be read.");
            assertThat(queue.results(id)).hasSize(3);
            assertThat(saved).hasSize(3);
            queue.submit(JobKind.RESTORATION, "again", order);
            JobRecord again = awaitOver(queue);
            assertThat(again.state()).isEqualTo(JobState.DONE);
            assertThat(fixture.restorers().restored()).isEqualTo(3);
        }
    }
}
