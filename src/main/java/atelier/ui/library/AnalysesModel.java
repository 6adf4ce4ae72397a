package atelier.ui.library;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.library.CharacterRecord;
import atelier.model.review.AnalysisOrder;
import atelier.service.job.JobQueue;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Has the pictures of characters looked at, and follows that. */
final class AnalysesModel {

    private final LibraryWork work;
    private final Background background;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<Set<Path>> running = new ReadOnlyObjectWrapper<>(Set.of());

    AnalysesModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.background = background;
        this.changes = changes;
    }

    /** Orders it. */
    void analyze(CharacterRecord character) {
        background.perform(() -> work.analyze(character), changes::failed);
    }

    /** Follows the jobs; what was seen is read when one ends. */
    void follow(JobList list) {
        Set<Path> now =
                list.jobs().stream()
                        .filter(job -> job.kind() == JobKind.ANALYSIS && !job.state().isOver())
                        .map(AnalysesModel::pictures)
                        .collect(Collectors.toSet());
        boolean ended = !now.containsAll(running.get());
        running.set(now);
        if (ended) {
            changes.run(() -> Boolean.TRUE, _ -> {});
        }
    }

    private static Path pictures(JobRecord job) {
        return JobQueue.order(job, AnalysisOrder.class).pictures();
    }

    /** Whether the pictures of a character are being looked at, or wait for it. */
    boolean isRunning(CharacterRecord character) {
        return running.get().contains(work.workspace().originals(character.slug()));
    }

    /** The folders of pictures that are being looked at, or wait for it. */
    ReadOnlyObjectProperty<Set<Path>> running() {
        return running.getReadOnlyProperty();
    }

    /** The page that tells of the pictures of a character. */
    Path page(CharacterRecord character) {
        return work.analysisPage(character);
    }
}
