package atelier.ui.generation;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.service.generation.GenerationRunner;
import atelier.service.job.JobQueue;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The batch that runs: four of its images, of which one takes shape. */
final class RunningModel {

    /** How many stand side by side. */
    static final int ACROSS = 4;

    private final JobQueue queue;
    private final Background background;
    private final ObservableList<RunCell> cells = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Phrase> state = new ReadOnlyObjectWrapper<>();

    private @Nullable JobRecord job;
    private List<Slot> slots = List.of();
    private Map<String, Path> results = Map.of();
    private @Nullable PreviewPicture preview;

    private record Slot(int index, long seed, GenerationRequest request, int orders) {}

    RunningModel(JobQueue queue, Background background) {
        this.queue = queue;
        this.background = background;
    }

    /** Hears how things stand. */
    void update(JobList jobs) {
        JobRecord now =
                jobs.in(JobState.RUNNING).stream()
                        .filter(one -> one.kind() == JobKind.GENERATION)
                        .findFirst()
                        .orElse(null);
        JobRecord before = job;
        job = now;
        if (now == null) {
            cells.clear();
            state.set(null);
            return;
        }
        boolean other = before == null || before.id() != now.id();
        if (other) {
            begin(batch(now), Map.of(), null);
        }
        show(now);
        if (before == null || other || before.status().made() != now.status().made()) {
            background.run(
                    () -> queue.results(now.id()),
                    made -> took(now.id(), made),
                    _ -> {
                        // The files appear in the gallery in any case.
                    });
        }
    }

    private void took(long id, Map<String, Path> made) {
        if (job != null && job.id() == id) {
            results = made;
            show(job);
        }
    }

    /**
     * Shows a batch that nobody makes, for pictures of the panel.
     *
     * @param made its finished images, by what the runner calls them
     * @param seen the image that takes shape
     */
    void exhibit(
            JobRecord now, GenerationBatch batch, Map<String, Path> made, PreviewPicture seen) {
        job = now;
        begin(batch, made, seen);
        show(now);
    }

    private void begin(
            GenerationBatch batch, Map<String, Path> made, @Nullable PreviewPicture seen) {
        slots = slots(batch);
        results = made;
        preview = seen;
    }

    private static GenerationBatch batch(JobRecord job) {
        try {
            return JobQueue.order(job, GenerationBatch.class);
        } catch (AtelierException e) {
            return new GenerationBatch(List.of());
        }
    }

    private static List<Slot> slots(GenerationBatch batch) {
        List<Slot> slots = new ArrayList<>();
        for (int index = 0; index < batch.orders().size(); index++) {
            GenerationOrder order = batch.orders().get(index);
            for (int image = 0; image < order.request().count(); image++) {
                slots.add(
                        new Slot(
                                index,
                                order.request().seed() + image,
                                order.request(),
                                batch.orders().size()));
            }
        }
        return slots;
    }

    /** Sees an image take shape. */
    void previewed(long id, PreviewPicture picture) {
        if (job != null && job.id() == id) {
            preview = picture;
            show(job);
        }
    }

    private void show(JobRecord now) {
        int made = Math.min(now.status().made(), slots.size());
        if (slots.isEmpty() || made == slots.size()) {
            return;
        }
        int first = made / ACROSS * ACROSS;
        List<Slot> four = slots.subList(first, Math.min(slots.size(), first + ACROSS));
        List<RunCell> shown = new ArrayList<>();
        for (int i = 0; i < four.size(); i++) {
            shown.add(cell(now, four.get(i), first + i == made));
        }
        if (!cells.equals(shown)) {
            cells.setAll(shown);
        }
        state.set(
                Phrase.of(
                        "gen.now-state",
                        slots.get(made).index() + 1,
                        slots.get(made).orders(),
                        Long.toString(four.getFirst().seed()),
                        Long.toString(four.getLast().seed())));
    }

    private RunCell cell(JobRecord now, Slot slot, boolean live) {
        int steps = slot.request().sampling().steps();
        long done = now.progress() == null ? 0 : now.progress().done();
        PreviewPicture seen = preview;
        return new RunCell(
                slot.seed(),
                slot.request().width(),
                slot.request().height(),
                results.get(GenerationRunner.item(slot.index(), slot.seed())),
                live,
                live ? (int) (done % steps) : 0,
                steps,
                live && seen != null && seen.seed() == slot.seed() ? seen : null);
    }

    /** The images, at most four. */
    ObservableList<RunCell> cells() {
        return cells;
    }

    /** Where in the batch they stand; null while nothing runs. */
    ReadOnlyObjectProperty<@Nullable Phrase> state() {
        return state.getReadOnlyProperty();
    }
}
