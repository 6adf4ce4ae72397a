package atelier.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.AtelierException;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PreviewPicture;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images as jobs, on the tiny random model. */
class GenerationRunnerTest {

    @TempDir private Path folder;
    private final List<Long> previewed = new CopyOnWriteArrayList<>();
    private final List<String> saved = new CopyOnWriteArrayList<>();

    private GenerationOrder order(String prompt, long seed, int count, AdapterUse... adapters) {
        return new GenerationOrder(
                ModelChoice.of(Reference.root().resolve("tiny-sdxl")),
                List.of(adapters),
                new GenerationRequest(
                        prompt,
                        null,
                        64,
                        64,
                        null,
                        new SamplingSettings("euler", "leading", 3, 5, 0, 0),
                        seed,
                        count,
                        0,
                        EmphasisMode.NO_NORM,
                        null),
                folder.resolve("images"),
                DeviceChoice.CPU,
                false);
    }

    private GenerationBatch batch() {
        AdapterUse adapter =
                new AdapterUse(Reference.root().resolve("lora/kohya_ldm.safetensors"), 0.8);
        return new GenerationBatch(
                List.of(order("a cat", 7, 3), order("a dog", 7, 2), order("a cat", 9, 1, adapter)));
    }

    private static JobListener when(Predicate<JobList> wanted, Runnable then) {
        return jobs -> {
            if (wanted.test(jobs)) {
                then.run();
            }
        };
    }

    private static JobRecord only(JobList jobs) {
        return jobs.jobs().getFirst();
    }

    private List<String> images() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aJobOfManyImagesIsPausedInTheMiddleAndMakesTheRestAfterARestart() throws Exception {
        List<Progress> progress = new CopyOnWriteArrayList<>();
        try (TinyGeneration tiny = new TinyGeneration(folder.resolve("tokenizers"));
                Database database = Database.open(folder.resolve("library.db"))) {
            try (JobQueue queue = queue(database, tiny.service())) {
                CountDownLatch two = new CountDownLatch(1);
                queue.submit(JobKind.GENERATION, "cats", batch());
                queue.listen(when(jobs -> only(jobs).status().made() == 2, two::countDown));
                queue.start();
                assertThat(two.await(5, TimeUnit.MINUTES)).isTrue();
            }
            long before = images().size();
            assertThat(before).isBetween(2L, 5L);
            try (JobQueue queue = queue(database, tiny.service())) {
                assertThat(only(queue.jobs()).state()).isEqualTo(JobState.QUEUED);
                assertThat(only(queue.jobs()).status().made()).isEqualTo((int) before);
                CountDownLatch done = new CountDownLatch(1);
                queue.listen(when(jobs -> only(jobs).state().isOver(), done::countDown));
                queue.listen(
                        new JobListener() {
                            @Override
                            public void changed(JobList jobs) {
                                Progress now = only(jobs).progress();
                                if (now != null && now.stage().equals("Sampling")) {
                                    progress.add(now);
                                }
                            }

                            @Override
                            public void previewed(JobRecord job, PreviewPicture picture) {
                                previewed.add(picture.seed());
                            }
                        });
                queue.start();
                assertThat(done.await(5, TimeUnit.MINUTES)).isTrue();
                assertThat(only(queue.jobs()).state()).isEqualTo(JobState.DONE);
                assertThat(only(queue.jobs()).status().happened()).isEqualTo("6 images.");
                assertThat(only(queue.jobs()).status().made()).isEqualTo(6);
            }
        }
        assertThat(images())
                .containsExactly(
                        "7-a-cat-00001.png",
                        "7-a-dog-00001.png",
                        "8-a-cat-00001.png",
                        "8-a-dog-00001.png",
                        "9-a-cat-00001.png",
                        "9-a-cat-00002.png");
        assertThat(Files.mismatch(image("9-a-cat-00001.png"), image("9-a-cat-00002.png")))
                .isNotNegative();
        assertThat(previewed).endsWith(9L);
        assertThat(saved).containsExactlyInAnyOrderElementsOf(images());
        assertThat(progress)
                .allMatch(now -> now.total() == 18 && now.unit().equals("step"))
                .last()
                .isEqualTo(new Progress("Sampling", 18, 18, "step", "image 6 of 6"));
        assertThat(progress).extracting(Progress::done).isSorted();
    }

    private Path image(String name) {
        return folder.resolve("images").resolve(name);
    }

    private JobQueue queue(Database database, GenerationService service) {
        return new JobQueue(
                database,
                List.of(
                        new GenerationRunner(
                                service,
                                file -> {
                                    saved.add(file.getFileName().toString());
                                    throw new AtelierException("It is not shown: look for it.");
                                })),
                Clock.systemUTC(),
                System::nanoTime);
    }
}
