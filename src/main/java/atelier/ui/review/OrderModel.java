package atelier.ui.review;

import atelier.model.generation.ModelFile;
import atelier.model.job.JobList;
import atelier.model.library.CharacterRecord;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonDraft;
import atelier.model.review.ComparisonRequest;
import atelier.model.review.QualityWeights;
import atelier.model.review.SamplerChoice;
import atelier.service.generation.DraftJson;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.Tone;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.PaceOfImages;
import atelier.ui.work.WhenReady;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The order of a comparison: what it comes to, and its start. */
final class OrderModel {

    /** The name under which an order that is not sent off yet is kept. */
    static final String DRAFT = "comparison";

    private final ReviewWork work;
    private final Ordering ordering;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final Consumer<Path> ordered;
    private final OrderForm form = new OrderForm();
    private final ObservableList<Path> references = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<OrderOutlook> outlook =
            new ReadOnlyObjectWrapper<>(OrderOutlook.NOTHING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final WhenReady whole = new WhenReady();
    private PaceOfImages pace = PaceOfImages.UNKNOWN;
    private double cellPace = -1;
    private @Nullable Path before;

    /**
     * @param ordered hears of the folder of what was ordered
     */
    OrderModel(
            ReviewWork work,
            Background background,
            ToastModel toasts,
            UndoStack undo,
            Consumer<Path> ordered) {
        this.work = work;
        this.ordering = new Ordering(work);
        this.background = background;
        this.toasts = toasts;
        this.undo = undo;
        this.ordered = ordered;
        form.changes().subscribe((_, _) -> changed());
    }

    private record Offer(
            List<Pick<Path>> adapters,
            List<ModelFile> models,
            List<CharacterRecord> characters,
            double pace) {}

    /** Begins with what was written the last time. */
    void open() {
        form.begin();
        form.take(
                DraftJson.read(
                        work.settings().get().drafts().getOrDefault(DRAFT, ""),
                        ComparisonDraft.class,
                        ComparisonDraft.FIRST));
        refresh();
    }

    /** Reads again what there is to compare; what was chosen stays. */
    void refresh() {
        background.run(
                () ->
                        new Offer(
                                new OfferedAdapters(work.workspace(), work.library()).all(),
                                work.models().all(),
                                work.library().characters().current(),
                                ordering.pace()),
                offer -> {
                    cellPace = offer.pace();
                    form.offer(
                            offer.adapters(),
                            offer.models(),
                            work.settings().get().baseModel(),
                            offer.characters());
                    whole.ready();
                    changed();
                },
                this::failed);
    }

    /** Hears of the queue, which tells how fast images are made. */
    void follow(JobList jobs) {
        PaceOfImages now = PaceOfImages.of(jobs);
        if (!now.equals(pace)) {
            pace = now;
            changed();
        }
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    private void changed() {
        outlook.set(new OrderReader(form).outlook(pace.seconds() < 0 ? cellPace : pace.seconds()));
        if (whole.isReady()) {
            ComparisonDraft draft = form.draft();
            work.settings().update(now -> now.withDraft(DRAFT, DraftJson.write(draft)));
        }
    }

    /** Begins with nothing of another comparison. */
    void begin() {
        before = null;
    }

    /** Begins with a comparison, so that values can be added to its axes. */
    void begin(OpenComparison open) {
        whole.run(() -> {
            form.add(
                    open.comparison().axes().adapters().stream()
                            .map(adapter -> new Pick<>(adapter.file(), adapter.name(), 1, false))
                            .toList());
            form.take(draft(open.comparison()));
            before = open.folder().root();
        });
    }

    private ComparisonDraft draft(Comparison comparison) {
        ComparisonAxes axes = comparison.axes();
        String negative = comparison.settings().negative();
        return new ComparisonDraft(
                comparison.name(),
                axes.models().stream()
                        .map(model -> String.valueOf(model.choice().path().getFileName()))
                        .toList(),
                axes.adapters().stream().map(adapter -> adapter.file().toString()).toList(),
                joined(axes.strengths()),
                prompts(axes, false),
                prompts(axes, true),
                joined(axes.seeds()),
                axes.samplers().stream().map(SamplerChoice::sampler).distinct().toList(),
                axes.samplers().stream().map(SamplerChoice::schedule).distinct().toList(),
                joined(axes.steps()),
                joined(axes.guidances()),
                Integer.toString(comparison.settings().width()),
                Integer.toString(comparison.settings().height()),
                negative == null ? "" : negative,
                form.draft().subject());
    }

    private static String prompts(ComparisonAxes axes, boolean plain) {
        return axes.prompts().stream()
                .filter(prompt -> prompt.plain() == plain)
                .map(ComparedPrompt::text)
                .collect(Collectors.joining("\n"));
    }

    private static String joined(List<?> values) {
        return values.stream()
                .map(value -> value.toString().replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(", "));
    }

    /** Takes those adapters alone: files, and folders of them. */
    void compare(List<Path> adapters) {
        bring(adapters, () -> form.adapters().forEach(pick -> pick.on().set(false)));
    }

    /** Measures by other pictures of the subject than those it was trained on. */
    void measureBy(List<Path> pictures) {
        references.setAll(pictures);
    }

    /** Takes in adapters that were dropped, and folders of them; others say why not. */
    void drop(List<Path> files) {
        bring(files, () -> {});
    }

    private void bring(List<Path> files, Runnable first) {
        background.run(
                () -> BroughtAdapters.of(files),
                brought ->
                        whole.run(() -> {
                            first.run();
                            form.add(brought.picks());
                            refuse(brought.refused());
                        }),
                this::failed);
    }

    private void refuse(String file) {
        if (!file.isEmpty()) {
            toasts.show(
                    new Toast(
                            "alert-triangle",
                            Tone.WARNING,
                            Phrase.of("review.refused", file),
                            Phrase.of("review.refused-detail"),
                            null));
        }
    }

    /** Orders it, unless something stands in the way. */
    void start() {
        Phrase obstacle = outlook.get().obstacle();
        if (busy.get()) {
            return;
        }
        if (obstacle != null) {
            toasts.show(new Toast("alert-triangle", Tone.WARNING, obstacle, null, null));
            return;
        }
        busy.set(true);
        CharacterRecord subject = form.subject().get();
        List<Path> by = List.copyOf(references);
        ComparisonRequest request = new OrderReader(form).request(unnamed());
        Path from = before;
        background.run(
                () ->
                        ordering.order(
                                request, from, ordering.scores(subject, by, QualityWeights.USUAL)),
                this::started,
                failure -> {
                    busy.set(false);
                    failed(failure);
                });
    }

    private String unnamed() {
        CharacterRecord subject = form.subject().get();
        return subject != null
                ? subject.name()
                : AxisTexts.lines(form.prompts().get()).stream().findFirst().orElse(DRAFT);
    }

    private void started(Ordering.Ordered order) {
        busy.set(false);
        before = null;
        references.clear();
        undo.add(
                Phrase.of("review.ordered", order.cells()),
                () -> change(() -> work.jobs().cancel(order.job())),
                () -> change(() -> work.jobs().retry(order.job())));
        ordered.accept(order.folder());
    }

    private void change(Runnable action) {
        background.perform(action, this::failed);
    }

    /** What is written and chosen. */
    OrderForm form() {
        return form;
    }

    /** Pictures that cells are measured by in place of the subject's own. */
    ObservableList<Path> references() {
        return references;
    }

    /** What it comes to. */
    ReadOnlyObjectProperty<OrderOutlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** Whether it is being ordered. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
