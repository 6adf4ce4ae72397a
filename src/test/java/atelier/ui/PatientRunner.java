package atelier.ui;

import atelier.model.AtelierException;
import atelier.model.job.CancelledException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.service.job.JobContext;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.job.JobRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that goes on until it is stopped, and is saved then once the test lets it. */
public final class PatientRunner implements JobRunner<PatientRunner.Order> {

    /** Why an order without a name fails. */
    public static final String FAILURE = "The disk is full: make room, then try again.";

    /** Which work. */
    public record Order(String name) {}

    private final JobKind kind;
    private final CountDownLatch maySave;

    /** Names of what was saved. */
    public final List<String> saved = new CopyOnWriteArrayList<>();

    private PatientRunner(JobKind kind, int locks) {
        this.kind = kind;
        this.maySave = new CountDownLatch(locks);
    }

    /** Saves at once. */
    public static PatientRunner of(JobKind kind) {
        return new PatientRunner(kind, 0);
    }

    /** Saves when it is let. */
    public static PatientRunner savingLater(JobKind kind) {
        return new PatientRunner(kind, 1);
    }

    /** Lets it save. */
    public void letSave() {
        maySave.countDown();
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public Class<Order> orderType() {
        return Order.class;
    }

    @Override
    public String run(Order order, JobContext context) {
        if (order.name().isEmpty()) {
            throw new AtelierException(FAILURE);
        }
        context.progress().progressed(Progress.of("Training", 3, 8, "step"));
        try {
            while (!context.cancel().isCancelled()) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            maySave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        saved.add(order.name());
        throw new CancelledException();
    }

    @Override
    public String kept(Order order, int made) {
        return "Step 3 is kept.";
    }

    /** Waits until a job of a queue is in a state. */
    public static void await(JobQueue queue, long job, JobState state) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        JobListener listener =
                (JobList jobs) -> {
                    if (jobs.job(job).orElseThrow().state() == state) {
                        seen.countDown();
                    }
                };
        queue.listen(listener);
        if (!seen.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It never was " + state + ": " + queue.jobs());
        }
        queue.unlisten(listener);
    }
}
