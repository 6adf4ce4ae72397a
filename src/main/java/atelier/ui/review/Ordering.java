package atelier.ui.review;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.service.job.JobQueue;
import atelier.service.review.CellPace;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.ComparisonList;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders comparisons. Waits for the disk.
 *
 * @param work with which the panel works
 */
record Ordering(ReviewWork work) {

    /** What was ordered, and its job. */
    record Ordered(Path folder, long job, long cells) {}

    /**
     * Orders a comparison. It goes into the folder of one that it only adds to, as after a value
     * was added to an axis, so that nothing is made twice.
     *
     * @param before folder of the comparison that it was begun from; null for none
     * @param scores what it is measured by
     */
    Ordered order(ComparisonRequest request, @Nullable Path before, ScoreOrder scores) {
        Comparison comparison = work.planner().plan(request);
        Path folder =
                before != null && isPart(new ComparisonFolder(before), comparison)
                        ? before
                        : free(request.name());
        return submit(comparison, folder, scores);
    }

    private static boolean isPart(ComparisonFolder folder, Comparison comparison) {
        Set<String> ids = ids(comparison);
        return folder.exists() && ids.containsAll(ids(folder.comparison()));
    }

    private static Set<String> ids(Comparison comparison) {
        return comparison.cells().stream()
                .map(Cell::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Path free(String name) {
        LocalDateTime now = LocalDateTime.now(work.clock());
        Path folder = work.workspace().comparison(now, name);
        while (new ComparisonFolder(folder).exists()) {
            now = now.plusSeconds(1);
            folder = work.workspace().comparison(now, name);
        }
        return folder;
    }

    /** Orders what is missing of a comparison, and that it is measured. */
    Ordered submit(Comparison comparison, Path folder, ScoreOrder scores) {
        ComparisonOrder order =
                new ComparisonOrder(
                        comparison,
                        folder,
                        work.settings().get().machine().device(),
                        /* tiled= */ false,
                        scores);
        JobRecord job = work.jobs().submit(JobKind.COMPARISON, comparison.name(), order);
        // So that it is listed, and its empty cells are seen, while it waits for its turn.
        ComparisonFolder place = new ComparisonFolder(folder);
        place.prepare();
        place.begin(comparison);
        return new Ordered(folder, job.id(), comparison.count());
    }

    /**
     * What cells are measured by: the pictures of a character, which its adapters were trained on.
     *
     * @param subject the character; null for none
     * @param references other pictures of it, that training did not see; may be empty
     */
    ScoreOrder scores(
            @Nullable CharacterRecord subject, List<Path> references, QualityWeights weights) {
        List<Path> own =
                subject == null
                        ? List.of()
                        : new SubjectFinder(work.workspace(), work.library().characters())
                                .pictures(subject);
        return new ScoreOrder(
                work.networks(), references.isEmpty() ? own : references, own, weights);
    }

    /** The order that a comparison was made by last, where the queue knows it yet. */
    static Optional<ComparisonOrder> last(JobList jobs, Path folder) {
        return jobs.jobs().stream()
                .filter(job -> job.kind() == JobKind.COMPARISON)
                .sorted(Comparator.comparingLong(JobRecord::id).reversed())
                .map(Ordering::read)
                .flatMap(Optional::stream)
                .filter(order -> order.folder().equals(folder))
                .findFirst();
    }

    /** The order of a job; empty where another version wrote it. */
    static Optional<ComparisonOrder> read(JobRecord job) {
        try {
            return Optional.of(JobQueue.order(job, ComparisonOrder.class));
        } catch (AtelierException e) {
            return Optional.empty();
        }
    }

    /** Seconds of a pixel's step in the newest comparison that tells it; negative if none does. */
    double pace() {
        return new ComparisonList(work.workspace().comparisons())
                .all().stream()
                        .mapToDouble(summary ->
                                CellPace.of(new ComparisonFolder(summary.folder())).orElse(-1))
                        .filter(seconds -> seconds > 0)
                        .findFirst()
                        .orElse(-1);
    }
}
