package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.generation.TinyGeneration;
import atelier.service.job.JobQueue;
import atelier.service.storage.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed when an image is saved and not yet written down; the next one takes the image
 * in and makes none twice.
 */
class KilledGenerationTest {

    @TempDir private Path folder;

    private void killOnceTwoAreSaved() throws IOException, InterruptedException {
        AtelierProcess process =
                new AtelierProcess(folder, List.of(), KilledGenerationMain.class, folder);
        process.awaitLine("saved 7-a-cat-00002.png"::equals);
        process.kill();
    }

    @Test
    void anImageThatWasSavedButNotWrittenDownIsTakenIn() throws Exception {
        killOnceTwoAreSaved();
        Path first = image("7-a-cat-00001.png");
        Path orphan = image("7-a-cat-00002.png");
        byte[] before = Files.readAllBytes(orphan);
        // Pictures of the same names that are not the one looked for: another image's, and no
        // picture at all.
        Files.copy(first, image("7-a-cat-00000.png"));
        Files.writeString(image("7-a-cat-notes.png"), "no picture");

        List<Path> told = new CopyOnWriteArrayList<>();
        try (TinyGeneration tiny = new TinyGeneration(folder.resolve("tokenizers"));
                Database database = KilledGenerationMain.database(folder);
                JobQueue queue = KilledGenerationMain.queue(database, tiny.service(), told::add)) {
            JobRecord job = queue.jobs().jobs().getFirst();
            assertThat(job.status().made()).isEqualTo(1);
            CountDownLatch over = new CountDownLatch(1);
            queue.listen(jobs -> {
                if (jobs.jobs().getFirst().state().isOver()) {
                    over.countDown();
                }
            });
            queue.start();
            assertThat(over.await(5, TimeUnit.MINUTES)).isTrue();

            assertThat(queue.jobs().jobs().getFirst().state()).isEqualTo(JobState.DONE);
            Path last = image("8-a-cat-00001.png");
            assertThat(told).containsExactly(orphan, last);
            assertThat(queue.results(job.id()))
                    .containsExactly(
                            Map.entry("0:7", first),
                            Map.entry("1:7", orphan),
                            Map.entry("1:8", last));
            assertThat(orphan).hasBinaryContent(before);
        }
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "7-a-cat-00000.png",
                            "7-a-cat-00001.png",
                            "7-a-cat-00002.png",
                            "7-a-cat-notes.png",
                            "8-a-cat-00001.png");
        }
    }

    private Path image(String name) {
        return folder.resolve("images").resolve(name);
    }
}
