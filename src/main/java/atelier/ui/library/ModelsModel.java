package atelier.ui.library;

import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.CatalogEntry;
import atelier.model.library.DownloadOrder;
import atelier.model.library.ItemKind;
import atelier.service.job.JobQueue;
import atelier.ui.text.SearchWords;
import atelier.ui.work.Background;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The models: those that are there, and those that can be fetched, with the jobs that do. */
final class ModelsModel {

    private final LibraryWork work;
    private final Background background;
    private final Changes changes;
    private final ObservableList<ModelItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ModelItem> asking = new SimpleObjectProperty<>();
    private final Map<String, JobRecord> jobs = new HashMap<>();
    private List<ModelItem> all = List.of();
    private SearchWords words = new SearchWords("");

    ModelsModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.background = background;
        this.changes = changes;
    }

    /** Shows what there is. */
    void fill(List<ModelItem> items) {
        all = items;
        sift();
    }

    /** Shows what has these words. */
    void find(SearchWords now) {
        words = now;
        sift();
    }

    private void sift() {
        shown.setAll(
                all.stream()
                        .map(this::withJob)
                        .filter(item -> words.areIn(List.of(), item.name(), item.purpose()))
                        .toList());
    }

    private ModelItem withJob(ModelItem item) {
        CatalogEntry entry = item.entry();
        JobRecord job = entry == null ? null : jobs.get(entry.id());
        return job == null ? item : item.with(job);
    }

    /** Follows the downloads. */
    void follow(JobList list) {
        Map<String, JobRecord> now = new HashMap<>();
        for (JobRecord job : list.jobs()) {
            if (job.kind() == JobKind.DOWNLOAD) {
                String id = JobQueue.order(job, DownloadOrder.class).entry().id();
                JobRecord before = now.get(id);
                if (before == null || before.id() < job.id()) {
                    now.put(id, job);
                }
            }
        }
        boolean fetched =
                now.entrySet().stream()
                        .anyMatch(one ->
                                one.getValue().state() == JobState.DONE
                                        && isOpen(jobs.get(one.getKey())));
        boolean same = now.equals(jobs);
        jobs.clear();
        jobs.putAll(now);
        if (fetched) {
            changes.run(() -> Boolean.TRUE, _ -> {});
        } else if (!same) {
            sift();
        }
    }

    private static boolean isOpen(@Nullable JobRecord job) {
        return job != null && !job.state().isOver();
    }

    /** Shows the licence of a model before it is fetched; again takes it away. */
    void ask(ModelItem item) {
        asking.set(isAsking(item) ? null : item);
    }

    /** Whether the licence of a model is shown. */
    boolean isAsking(ModelItem item) {
        ModelItem now = asking.get();
        return now != null && now.entry() != null && now.entry().equals(item.entry());
    }

    /** Fetches the model whose licence was read and accepted. */
    void accept() {
        ModelItem item = asking.get();
        CatalogEntry entry = item == null ? null : item.entry();
        if (entry == null) {
            return;
        }
        asking.set(null);
        background.run(
                () ->
                        work.jobs()
                                .submit(
                                        JobKind.DOWNLOAD,
                                        entry.name(),
                                        new DownloadOrder(entry, entry.licence().name())),
                _ -> {},
                changes::failed);
    }

    /** Sets the download of a model aside; what came is kept. */
    void pause(ModelItem item) {
        job(item, work.jobs()::pause);
    }

    /** Goes on with the download of a model where it was. */
    void resume(ModelItem item) {
        job(
                item,
                item.state() == ModelItem.State.FAILED ? work.jobs()::retry : work.jobs()::resume);
    }

    /** Moves a model that is there to the trash. */
    void remove(ModelItem item) {
        if (item.path() != null) {
            String file = item.path().getFileName().toString();
            changes.remove(
                    new Thing(ItemKind.MODEL, file, item.name()),
                    why -> work.library().models().remove(file, why));
        }
    }

    /** Ends the download of a model; what came is kept. */
    void cancel(ModelItem item) {
        job(item, work.jobs()::cancel);
    }

    private void job(ModelItem item, LongConsumer action) {
        JobRecord job = item.job();
        if (job != null) {
            background.perform(() -> action.accept(job.id()), changes::failed);
        }
    }

    /** How many are there. */
    int count() {
        return (int) all.stream().filter(item -> item.path() != null).count();
    }

    /** Those that the words find: what is there first. */
    ObservableList<ModelItem> shown() {
        return shown;
    }

    /** The model whose licence is shown; null for none. */
    ObjectProperty<@Nullable ModelItem> asking() {
        return asking;
    }
}
