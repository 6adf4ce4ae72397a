package atelier.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.Progress;
import atelier.service.job.ScriptedRunner.Script;
import atelier.service.storage.database.Database;
import atelier.service.storage.database.Rows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir private Path folder;
    private ScriptedRunner images;
    private ScriptedRunner training;
    private ScriptedRunner downloads;
    private Database database;
    private JobQueue queue;

    @BeforeEach
    void open() {
        images = new ScriptedRunner(JobKind.GENERATION);
        training = new ScriptedRunner(JobKind.TRAINING);
        downloads = new ScriptedRunner(JobKind.DOWNLOAD);
        database = Database.open(folder.resolve("library.db"));
        queue =
                new JobQueue(
                        database,
                        List.of(images, training, downloads),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        System::nanoTime);
    }

    @AfterEach
    void close() {
        queue.close();
        database.close();
    }

    private void restart() {
        close();
        open();
    }

    private long submit(JobKind kind, String name, int items) {
        return queue.submit(kind, name, new Script(name, items, -1)).id();
    }

    private JobRecord job(long id) {
        return queue.jobs().job(id).orElseThrow();
    }

    private void await(Predicate<JobList> wanted) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        JobListener listener =
                jobs -> {
                    if (wanted.test(jobs)) {
                        seen.countDown();
                    }
                };
        queue.listen(listener);
        assertThat(seen.await(60, TimeUnit.SECONDS)).as("%s", queue.jobs()).isTrue();
        queue.unlisten(listener);
    }

    private void await(long id, JobState state) throws InterruptedException {
        await(jobs -> jobs.job(id).orElseThrow().state() == state);
    }

    private List<String> titles() {
        return queue.jobs().jobs().stream().map(JobRecord::title).toList();
    }

    @Test
    void jobsRunOneAfterTheOtherInTheOrderOfTheQueue() throws InterruptedException {
        submit(JobKind.GENERATION, "a", 2);
        submit(JobKind.GENERATION, "b", 1);
        long last = submit(JobKind.GENERATION, "c", 1);
        List<Integer> running = new CopyOnWriteArrayList<>();
        queue.listen(jobs -> running.add(jobs.in(JobState.RUNNING).size()));
        queue.start();
        images.allowed.release(4);
        await(last, JobState.DONE);
        assertThat(images.made).containsExactly("a0", "a1", "b0", "c0");
        assertThat(running).contains(1).allMatch(count -> count <= 1);
        assertThat(job(last).status().happened()).isEqualTo("c is whole.");
        assertThat(job(last).status().ended()).isEqualTo(NOW);
    }

    @Test
    void whatNeedsNoAcceleratorRunsBesideWhatDoes() throws InterruptedException {
        long image = submit(JobKind.GENERATION, "a", 1);
        long download = submit(JobKind.DOWNLOAD, "model", 1);
        queue.start();
        await(jobs -> jobs.in(JobState.RUNNING).size() == 2);
        downloads.allowed.release();
        await(download, JobState.DONE);
        assertThat(job(image).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void theOrderCanBeChangedAndStays() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 1);
        long b = submit(JobKind.GENERATION, "b", 1);
        long c = submit(JobKind.GENERATION, "c", 1);
        queue.moveBefore(c, a);
        assertThat(titles()).containsExactly("c", "a", "b");
        queue.moveAfter(a, b);
        assertThat(titles()).containsExactly("c", "b", "a");
        queue.moveBefore(b, b);
        queue.moveBefore(b, 4711);
        restart();
        assertThat(titles()).containsExactly("c", "b", "a");
        submit(JobKind.GENERATION, "d", 1);
        assertThat(titles()).containsExactly("c", "b", "a", "d");
        queue.start();
        images.allowed.release(4);
        await(jobs -> jobs.in(JobState.DONE).size() == 4);
        assertThat(images.made).containsExactly("c0", "b0", "a0", "d0");
    }

    @Test
    void aPausedJobLetsTheNextRunAndGoesOnWhereItWas() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 3);
        long b = submit(JobKind.GENERATION, "b", 1);
        long c = submit(JobKind.GENERATION, "c", 1);
        queue.start();
        images.allowed.release();
        await(jobs -> jobs.job(a).orElseThrow().status().made() == 1);
        queue.pause(a);
        await(b, JobState.RUNNING);
        assertThat(job(a).state()).isEqualTo(JobState.PAUSED);
        queue.resume(a);
        images.allowed.release(4);
        await(c, JobState.DONE);
        assertThat(images.made).containsExactly("a0", "b0", "a1", "a2", "c0");
    }

    @Test
    void aQueuedJobCanBeSetAside() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 1);
        long b = submit(JobKind.GENERATION, "b", 1);
        queue.pause(a);
        queue.start();
        images.allowed.release();
        await(b, JobState.DONE);
        assertThat(job(a).state()).isEqualTo(JobState.PAUSED);
        assertThat(images.made).containsExactly("b0");
    }

    @Test
    void aCancelledJobKeepsWhatItHasAndCanBeTriedAgain() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 2);
        queue.start();
        images.allowed.release();
        await(jobs -> jobs.job(a).orElseThrow().status().made() == 1);
        queue.cancel(a);
        await(a, JobState.CANCELLED);
        assertThat(job(a).status().kept()).isEqualTo("1 of 2 are kept.");
        queue.pause(a);
        queue.resume(a);
        assertThat(job(a).state()).isEqualTo(JobState.CANCELLED);
        queue.retry(a);
        images.allowed.release();
        await(a, JobState.DONE);
        assertThat(images.made).containsExactly("a0", "a1");
        queue.retry(a);
        assertThat(job(a).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() {
        long a = submit(JobKind.GENERATION, "a", 2);
        queue.cancel(a);
        assertThat(job(a).state()).isEqualTo(JobState.CANCELLED);
        assertThat(job(a).status().kept()).isEqualTo("0 of 2 are kept.");
    }

    @Test
    void aFailureIsToldAndTheNextRuns() throws InterruptedException {
        long a = queue.submit(JobKind.GENERATION, "a", new Script("a", 2, 1)).id();
        long b = submit(JobKind.GENERATION, "b", 1);
        queue.start();
        images.allowed.release(3);
        await(b, JobState.DONE);
        assertThat(job(a).state()).isEqualTo(JobState.FAILED);
        assertThat(job(a).status().happened()).isEqualTo("It went wrong: try again.");
        assertThat(job(a).status().kept()).isEqualTo("1 of 2 are kept.");
        queue.retry(a);
        images.allowed.release();
        await(a, JobState.DONE);
        assertThat(images.made).containsExactly("a0", "b0", "a1");
    }

    @Test
    void closingStopsWhatRunsAndTheNextStartKnowsIt() throws InterruptedException {
        long run = submit(JobKind.TRAINING, "run", 2);
        long a = submit(JobKind.GENERATION, "a", 2);
        queue.start();
        training.allowed.release();
        await(jobs -> jobs.job(run).orElseThrow().status().made() == 1);
        restart();
        assertThat(job(run).state()).isEqualTo(JobState.PAUSED);
        assertThat(job(a).state()).isEqualTo(JobState.QUEUED);
        queue.start();
        images.allowed.release();
        await(jobs -> jobs.job(a).orElseThrow().status().made() == 1);
        restart();
        assertThat(job(a).state()).isEqualTo(JobState.QUEUED);
        assertThat(job(a).status().made()).isEqualTo(1);
        queue.start();
        images.allowed.release();
        await(a, JobState.DONE);
        assertThat(images.made).containsExactly("a1");
        queue.resume(run);
        training.allowed.release();
        await(run, JobState.DONE);
        assertThat(training.made).containsExactly("run1");
    }

    @Test
    void progressIsToldWithItsSpeedAndKept() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 4);
        queue.start();
        images.allowed.release(3);
        await(jobs -> jobs.job(a).orElseThrow().fraction() == 0.75);
        assertThat(job(a).status().perSecond()).isPositive();
        assertThat(job(a).status().secondsLeft()).isPositive();
        restart();
        assertThat(job(a).progress()).isEqualTo(Progress.of("Making", 3, 4, "item"));
    }

    @Test
    void clearingForgetsWhatIsOverAndNothingElse() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 1);
        long b = submit(JobKind.GENERATION, "b", 1);
        queue.cancel(submit(JobKind.GENERATION, "c", 1));
        queue.start();
        images.allowed.release();
        await(b, JobState.RUNNING);
        assertThat(queue.jobs().over()).hasSize(2);
        queue.clearOver();
        assertThat(titles()).containsExactly("b");
        assertThat(queue.jobs().job(a)).isEmpty();
        restart();
        assertThat(titles()).containsExactly("b");
        assertThat(submit(JobKind.GENERATION, "d", 1)).isGreaterThan(b + 1);
    }

    @Test
    void whatCannotBeWrittenDownIsRefusedAndWhatRunsGoesOn() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 1);
        List<String> notices = new CopyOnWriteArrayList<>();
        queue.listen(
                new JobListener() {
                    @Override
                    public void changed(JobList jobs) {}

                    @Override
                    public void noticed(JobRecord job, String notice) {
                        notices.add(notice);
                    }
                });
        database.change(connection ->
                Rows.change(
                        connection,
                        "create trigger full before update on job begin select raise(abort, 'no room'); end"));
        queue.start();
        await(a, JobState.RUNNING);
        assertThatThrownBy(() -> queue.moveBefore(a, submit(JobKind.GENERATION, "b", 1)))
                .isInstanceOf(AtelierException.class);
        assertThat(titles()).containsExactly("a", "b");
        database.change(connection -> Rows.change(connection, "drop trigger full"));
        images.allowed.release(2);
        await(jobs -> jobs.in(JobState.DONE).size() == 2);
        assertThat(notices).isNotEmpty().allMatch(notice -> notice.contains("no room"));
        restart();
        assertThat(queue.jobs().in(JobState.DONE)).hasSize(2);
    }

    @Test
    void anyNumberOfThreadsMayAskAtOnce() throws InterruptedException {
        queue.start();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            String name = "t" + thread;
            threads.add(
                    Thread.startVirtualThread(() -> {
                        long kept = submit(JobKind.GENERATION, name, 1);
                        long other = submit(JobKind.DOWNLOAD, name, 1);
                        queue.pause(kept);
                        queue.moveBefore(kept, other);
                        queue.resume(kept);
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        images.allowed.release(6);
        downloads.allowed.release(6);
        // One that was asked to pause in the moment in which it ran stays paused.
        await(jobs -> jobs.in(JobState.DONE).size() + jobs.in(JobState.PAUSED).size() == 12);
        queue.jobs().in(JobState.PAUSED).forEach(job -> queue.resume(job.id()));
        await(jobs -> jobs.in(JobState.DONE).size() == 12);
        assertThat(images.made).hasSize(6).doesNotHaveDuplicates();
        assertThat(queue.jobs().jobs().stream().map(JobRecord::place)).doesNotHaveDuplicates();
    }

    @Test
    void anOrderOfAnotherVersionFailsWithASentence() throws InterruptedException {
        long a = submit(JobKind.GENERATION, "a", 1);
        database.change(connection -> Rows.change(connection, "update job set request = '[]'"));
        restart();
        queue.start();
        await(a, JobState.FAILED);
        assertThat(job(a).status().happened())
                .isEqualTo(
                        "The order of this job was written by another version of Atelier: order it anew.");
    }

    @Test
    void aWrongOrderIsADefect() {
        assertThatThrownBy(() -> queue.submit(JobKind.TRAINING, "x", "no script"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(queue.jobs().jobs()).isEmpty();
    }
}
