package atelier.ui.shell;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.Progress;
import atelier.ui.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far jobs have come, in words. */
public final class JobWords {

    private JobWords() {}

    /** Such as: step 740 of 1,200. */
    public static Phrase progress(JobRecord job) {
        Progress progress = job.progress();
        if (progress == null) {
            return Phrase.of("job.begins");
        }
        return isSteps(progress)
                ? Phrase.of("job.step-of", progress.done(), progress.total())
                : Phrase.of("job.done-of", progress.done(), progress.total());
    }

    /** What a job is called; a training goes by its character's name. */
    public static Phrase title(JobRecord job) {
        Phrase name = Phrase.plain(job.title());
        return job.kind() == JobKind.TRAINING ? Phrase.of("job.training-of", name) : name;
    }

    /** What several are called. */
    public static Phrase titles(List<JobRecord> jobs) {
        return Phrase.plain(String.join(", ", jobs.stream().map(JobRecord::title).toList()));
    }

    /** Such as 2.4 s/step; null where it is not known. */
    public static @Nullable Phrase speed(JobRecord job) {
        double perSecond = job.status().perSecond();
        if (perSecond <= 0 || job.progress() == null || !isSteps(job.progress())) {
            return null;
        }
        return perSecond < 1
                ? Phrase.of("job.slow", 1 / perSecond)
                : Phrase.of("job.fast", perSecond);
    }

    private static boolean isSteps(Progress progress) {
        return progress.unit().equals("step");
    }
}
