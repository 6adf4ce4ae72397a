package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.AtelierException;
import atelier.model.generation.ModelChoice;
import atelier.model.job.JobKind;
import atelier.model.job.JobState;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterState;
import atelier.model.library.ItemKind;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.job.JobContext;
import atelier.service.job.JobQueue;
import atelier.service.job.JobRunner;
import atelier.service.training.TrainingRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a character beside that of its job. */
class CharacterTrainingTest extends OpenLibrary {

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Trainer trainer = new Trainer();
    private JobQueue queue;
    private CharacterTraining training;
    private String slug;

    /** Comes to an adapter when the test allows it, or fails. */
    private static final class Trainer implements JobRunner<TrainingOrder> {
        private final Semaphore ends = new Semaphore(0);
        private volatile boolean fails;

        @Override
        public JobKind kind() {
            return JobKind.TRAINING;
        }

        @Override
        public Class<TrainingOrder> orderType() {
            return TrainingOrder.class;
        }

        @Override
        public String run(TrainingOrder order, JobContext context) {
            try {
                while (!ends.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                    context.cancel().check();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (fails) {
                throw new AtelierException("It diverged: train more slowly.");
            }
            context.made(TrainingRunner.ADAPTER, LORA);
            return "done";
        }

        @Override
        public String kept(TrainingOrder order, int made) {
            return "";
        }
    }

    @BeforeEach
    void order() throws IOException {
        slug = mia();
        add(slug, drawn());
        listen();
    }

    @AfterEach
    void stop() {
        queue.close();
        training.close();
    }

    private void listen() {
        queue =
                new JobQueue(
                        open.database(), List.of(trainer), Clock.systemUTC(), System::nanoTime);
        training = new CharacterTraining(library, workspace, queue, notices::add);
        training.start();
    }

    private long submit(Path data) {
        return queue.submit(
                        JobKind.TRAINING,
                        "Mia",
                        new TrainingOrder(
                                ModelChoice.of(folder.resolve("model")),
                                data,
                                "mia",
                                workspace.runs().resolve("none"),
                                Map.of(),
                                DeviceChoice.CPU))
                .id();
    }

    private void await(long job, JobState state) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        queue.listen(jobs -> {
            if (jobs.job(job).orElseThrow().state() == state) {
                seen.countDown();
            }
        });
        assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Lets everything heard be done, and listens anew. */
    private CharacterState settled() {
        training.close();
        training = new CharacterTraining(library, workspace, queue, notices::add);
        training.start();
        return library.characters().get(slug).state();
    }

    @Test
    void aTrainingThatIsDoneCompletesItAndBringsItsAdapter() throws InterruptedException {
        long job = submit(workspace.originals(slug));
        assertThat(settled()).isEqualTo(CharacterState.DRAFT);
        queue.start();
        await(job, JobState.RUNNING);
        assertThat(settled()).isEqualTo(CharacterState.TRAINING);
        trainer.ends.release();
        await(job, JobState.DONE);
        assertThat(settled()).isEqualTo(CharacterState.COMPLETED);
        assertThat(library.adapters().all())
                .singleElement()
                .returns(AdapterType.PORTRAIT, AdapterRecord::type)
                .returns("mia", AdapterRecord::trigger)
                .returns(slug, AdapterRecord::character);
        assertThat(library.history().of(ItemKind.CHARACTER, slug))
                .extracting(AuditRow::now)
                .startsWith("COMPLETED", "TRAINING", "READY");
        assertThat(notices).isEmpty();
    }

    @Test
    void aTrainingThatFailsOrIsCancelledIsSeen() throws InterruptedException {
        queue.start();
        trainer.fails = true;
        long job = submit(workspace.originals(slug));
        trainer.ends.release();
        await(job, JobState.FAILED);
        assertThat(settled()).isEqualTo(CharacterState.ERROR);
        assertThat(library.history().of(ItemKind.CHARACTER, slug).getFirst().why())
                .isEqualTo("It diverged: train more slowly.");
        queue.retry(job);
        await(job, JobState.RUNNING);
        assertThat(settled()).isEqualTo(CharacterState.TRAINING);
        queue.pause(job);
        await(job, JobState.PAUSED);
        assertThat(settled()).isEqualTo(CharacterState.TRAINING);
        queue.cancel(job);
        assertThat(settled()).isEqualTo(CharacterState.READY);
    }

    @Test
    void whatWasMissedIsMadeUpFor() throws InterruptedException {
        long job = submit(workspace.originals(slug));
        queue.start();
        await(job, JobState.RUNNING);
        assertThat(settled()).isEqualTo(CharacterState.TRAINING);
        training.close();
        trainer.ends.release();
        await(job, JobState.DONE);
        assertThat(library.characters().get(slug).state()).isEqualTo(CharacterState.TRAINING);
        queue.close();
        listen();
        assertThat(settled()).isEqualTo(CharacterState.COMPLETED);
        assertThat(library.adapters().all()).hasSize(1);
    }

    @Test
    void aCharacterWithoutATriggerTakesTheOneItIsTrainedWith() throws InterruptedException {
        slug = library.characters().create("Rex", AdapterType.CHARACTER, "").slug();
        add(slug, folder.resolve("data"));
        queue.start();
        long job = submit(workspace.originals(slug));
        await(job, JobState.RUNNING);
        assertThat(settled()).isEqualTo(CharacterState.TRAINING);
        assertThat(library.characters().get(slug).trigger()).isEqualTo("mia");
        trainer.ends.release();
        await(job, JobState.DONE);
        assertThat(settled()).isEqualTo(CharacterState.COMPLETED);
        assertThat(library.adapters().all()).hasSize(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void anotherFolderIsNobodysTraining() throws InterruptedException {
        queue.start();
        long job = submit(folder.resolve("data"));
        trainer.ends.release();
        await(job, JobState.DONE);
        assertThat(settled()).isEqualTo(CharacterState.DRAFT);
        assertThat(library.adapters().all()).isEmpty();
        assertThat(notices).isEmpty();
    }
}
