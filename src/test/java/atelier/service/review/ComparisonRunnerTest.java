package atelier.service.review;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonSummary;
import atelier.model.settings.DeviceChoice;
import atelier.service.generation.GenerationService;
import atelier.service.generation.NoHashes;
import atelier.service.generation.TinyGeneration;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons as jobs, on the tiny random model. */
class ComparisonRunnerTest {

    @TempDir private Path folder;
    private final List<Path> measured = new CopyOnWriteArrayList<>();

    private JobQueue queue(Database database, GenerationService generation) {
        return new JobQueue(
                database,
                List.of(
                        new ComparisonRunner(
                                new ComparisonService(
                                        generation,
                                        new GeneratedImageWriter(),
                                        new PictureReader(),
                                        new NoHashes(),
                                        new ComparisonLocks(),
                                        System::nanoTime),
                                (place, order, context) -> measured.add(place.root()))),
                Clock.systemUTC(),
                System::nanoTime);
    }

    private static JobRecord await(JobQueue queue, Predicate<JobRecord> wanted)
            throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        JobListener listener =
                jobs -> {
                    if (jobs.jobs().stream().anyMatch(wanted)) {
                        there.countDown();
                    }
                };
        queue.listen(listener);
        assertThat(there.await(5, TimeUnit.MINUTES)).isTrue();
        queue.unlisten(listener);
        return queue.jobs().jobs().getFirst();
    }

    @Test
    void aJobThatWasPausedGoesOnAfterWhatIsMade() throws Exception {
        Comparison comparison = Comparisons.small();
        Path comparisons = folder.resolve("comparisons");
        ComparisonOrder order =
                new ComparisonOrder(
                        comparison,
                        comparisons.resolve("first"),
                        DeviceChoice.CPU,
                        false,
                        Comparisons.SCORES);
        try (TinyGeneration tiny = new TinyGeneration(folder);
                Database database = Database.open(folder.resolve("library.db"))) {
            try (JobQueue queue = queue(database, tiny.service())) {
                long id = queue.submit(JobKind.COMPARISON, "small", order).id();
                queue.start();
                await(queue, job -> job.status().made() >= 2);
                queue.pause(id);
                JobRecord paused = await(queue, job -> job.state() == JobState.PAUSED);
                assertThat(paused.status().made()).isLessThan(9);
                assertThat(new ComparisonList(comparisons).all())
                        .singleElement()
                        .satisfies(one -> assertThat(one.made()).isEqualTo(paused.status().made()));
                queue.resume(id);
                JobRecord done = await(queue, job -> job.state().isOver());
                assertThat(done.state()).as(done.status().happened()).isEqualTo(JobState.DONE);
                assertThat(done.status().happened()).isEqualTo("9 cells.");
                assertThat(queue.results(id).keySet())
                        .containsExactlyElementsOf(
                                comparison.cells().stream().map(cell -> cell.id()).toList());
                assertThat(queue.results(id).values()).allMatch(Path::isAbsolute);
            }
        }
        assertThat(measured).containsExactly(order.folder());
        ComparisonSummary summary = new ComparisonList(comparisons).all().getFirst();
        assertThat(summary.name()).isEqualTo("small");
        assertThat(summary.made()).isEqualTo(summary.cells()).isEqualTo(9);
        assertThat(new ComparisonList(folder.resolve("none")).all()).isEmpty();
    }
}
