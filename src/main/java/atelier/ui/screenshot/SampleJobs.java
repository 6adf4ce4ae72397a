package atelier.ui.screenshot;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.job.JobStatus;
import atelier.model.job.Progress;
import atelier.ui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Jobs that there never were, for pictures of the queue. */
record SampleJobs(Texts texts) {

    private static final long SECOND = 2;
    private static final Instant NOW = Instant.parse("2026-11-20T14:04:00Z");
    private static final JobStatus BEGUN = JobStatus.ORDERED.begun(NOW);

    /** One in each state. */
    JobList all() {
        return new JobList(
                List.of(
                        running(),
                        job(2, JobKind.GENERATION, "sample.second", BEGUN.withMade(3).paused("")),
                        job(3, JobKind.GENERATION, "sample.third", JobStatus.ORDERED),
                        job(4, JobKind.TRAINING, "sample.fourth", JobStatus.ORDERED),
                        job(
                                5,
                                JobKind.GENERATION,
                                "sample.fifth",
                                BEGUN.over(
                                        JobState.FAILED,
                                        texts.say("sample.full"),
                                        texts.say("sample.kept"),
                                        NOW)),
                        job(
                                6,
                                JobKind.GENERATION,
                                "sample.sixth",
                                BEGUN.over(JobState.DONE, texts.say("sample.made"), "", NOW))));
    }

    /**
     * One that runs, and what stands behind it.
     *
     * @param first the one that runs
     */
    JobList behind(JobRecord first) {
        return new JobList(
                Stream.concat(
                                Stream.of(first),
                                all().jobs().stream().filter(job -> job.id() > SECOND))
                        .toList());
    }

    /** The one that runs. */
    JobRecord running() {
        return job(
                1,
                JobKind.TRAINING,
                "sample.training",
                BEGUN.progressed(Progress.of("Training", 740, 1200, "step"), 0.4, 1080));
    }

    private JobRecord job(long id, JobKind kind, String title, JobStatus status) {
        return new JobRecord(id, kind, texts.say(title), "{}", NOW, id, status);
    }
}
