package atelier.ui.generation;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ModelFile;
import atelier.model.generation.PromptStyle;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterRecord;
import atelier.service.generation.DraftJson;
import atelier.service.generation.SamplingChoices;
import atelier.ui.shell.KeptLayout;
import atelier.ui.shell.QueueModel;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.Tone;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.JobWatch;
import atelier.ui.work.Offers;
import atelier.ui.work.PaceOfImages;
import atelier.ui.work.WhenReady;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The generation panel: what is ordered, and what came of it. */
public final class GenerationModel {

    /** The name under which an order that is not sent off yet is kept. */
    static final String DRAFT = "generation";

    private static final long SEEDS = 1L << 32;
    private static final int TITLE = 48;

    private final GenerationWork work;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final GenerationForm form = new GenerationForm();
    private final ShelfModel shelf = new ShelfModel();
    private final GalleryModel gallery;
    private final QueueModel queue;
    private final RunningModel running;
    private final Intake intake;
    private final OutlookReader reader;
    private final ObservableList<PromptStyle> styles = FXCollections.observableArrayList();
    private final ObservableList<CharacterRecord> characters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Outlook> outlook =
            new ReadOnlyObjectWrapper<>(Outlook.NOTHING);
    private final AtomicLong asked = new AtomicLong();
    private final WhenReady whole = new WhenReady();
    private PaceOfImages pace = PaceOfImages.UNKNOWN;
    private long made = -1;

    /**
     * @param queue shows what is ordered
     * @param background does what waits for the disk
     * @param toasts tells what was done
     */
    public GenerationModel(
            GenerationWork work,
            QueueModel queue,
            Background background,
            ToastModel toasts,
            UndoStack undo) {
        this.work = work;
        this.background = background;
        this.toasts = toasts;
        this.undo = undo;
        gallery = new GalleryModel(work.library().images(), background, toasts, undo, work::today);
        this.queue = queue;
        running = new RunningModel(work.jobs(), background);
        intake = new Intake(work, background, toasts);
        reader = new OutlookReader(work);
        InvalidationListener change = _ -> changed();
        for (Observable part : form.parts()) {
            part.addListener(change);
        }
        shelf.changes().subscribe((_, _) -> changed());
    }

    /** Does something once everything was read and the queue was heard. */
    void whenReady(Runnable then) {
        whole.run(() -> background.window().execute(then));
    }

    private record Start(
            List<AdapterRecord> adapters,
            List<CharacterRecord> characters,
            List<PromptStyle> styles,
            List<ModelFile> models) {}

    /** Reads what there is, and begins to follow the queue. */
    public void open() {
        take(DraftJson.read(work.settings().get().drafts().getOrDefault(DRAFT, "")));
        refresh();
        work.jobs().listen(new JobWatch(background.window(), this::follow, running::previewed));
    }

    /** Reads again what there is; what the user chose stays. */
    public void refresh() {
        background.run(
                () ->
                        new Start(
                                work.library().adapters().current(),
                                work.library().characters().current(),
                                work.styles().all(),
                                work.models().all()),
                start -> {
                    shelf.fill(start.adapters());
                    Offers.renew(
                            characters,
                            start.characters(),
                            gallery.character(),
                            CharacterRecord::slug);
                    styles.setAll(start.styles());
                    form.offer(start.models(), work.settings().get().baseModel());
                    whole.run(this::changed);
                    whole.ready();
                },
                this::failed);
        gallery.refresh();
    }

    private void follow(JobList jobs) {
        running.update(jobs);
        pace = PaceOfImages.of(jobs);
        long now =
                jobs.jobs().stream()
                        .filter(job -> job.kind() == JobKind.GENERATION)
                        .mapToLong(job -> job.status().made())
                        .sum();
        if (made >= 0 && now != made) {
            gallery.refresh();
        }
        made = now;
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** Keeps what was written, and looks at what it comes to. */
    private void changed() {
        if (!whole.isReady()) {
            return;
        }
        GenerationDraft draft = draft();
        work.settings().update(now -> now.withDraft(DRAFT, DraftJson.write(draft)));
        long mine = asked.incrementAndGet();
        List<PromptStyle> on = stylesOn();
        List<String> triggers = shelf.triggers();
        ModelFile model = form.model().get();
        PaceOfImages speed = pace;
        background.run(
                () ->
                        asked.get() == mine
                                ? Optional.of(reader.look(draft, on, triggers, model, speed))
                                : Optional.<Outlook>empty(),
                found -> found.filter(_ -> asked.get() == mine).ifPresent(outlook::set),
                this::failed);
    }

    /** Begins with the gallery's filter of the last time. */
    public void remember(KeptLayout layout) {
        layout.keep("gallery.filter", gallery.filter());
    }

    /** What stands in the way of an order; null where nothing does. */
    @Nullable Phrase obstacle() {
        Outlook now = outlook.get();
        if (form.prompt().get().isBlank()) {
            return Phrase.of("gen.no-prompt");
        } else if (!now.reading().problem().isEmpty()) {
            return Phrase.said(now.reading().problem());
        } else if (form.model().get() == null) {
            return Phrase.of("gen.no-model");
        } else if (form.firstSeed().isEmpty()) {
            return Phrase.of("gen.no-seed");
        } else if (now.images() > OutlookReader.MOST_IMAGES) {
            return Phrase.of("gen.too-many", OutlookReader.MOST_IMAGES);
        }
        return null;
    }

    /** Puts what the form comes to at the end of the queue. */
    public void add() {
        Phrase obstacle = obstacle();
        ModelFile model = form.model().get();
        if (obstacle != null || model == null) {
            if (obstacle != null) {
                toasts.show(new Toast("alert-triangle", Tone.WARNING, obstacle, null, null));
            }
            return;
        }
        GenerationDraft draft = draft();
        List<PromptStyle> on = stylesOn();
        List<AdapterUse> adapters = shelf.uses(work.library().adapters());
        background.run(
                () -> {
                    GenerationBatch batch =
                            work.planner()
                                    .batch(
                                            draft,
                                            on,
                                            model,
                                            adapters,
                                            work.settings().get().machine().device(),
                                            work.workspace().images(work.today()));
                    JobRecord job = work.jobs().submit(JobKind.GENERATION, title(draft), batch);
                    return new Added(job.id(), batch.images());
                },
                added ->
                        undo.add(
                                Phrase.of("gen.added", added.images()),
                                () -> change(() -> work.jobs().cancel(added.job())),
                                () -> change(() -> work.jobs().retry(added.job()))),
                this::failed);
    }

    private record Added(long job, int images) {}

    private void change(Runnable action) {
        background.perform(action, this::failed);
    }

    private static String title(GenerationDraft draft) {
        String words = draft.prompt().strip().replaceAll("\\s+", " ");
        return words.length() <= TITLE ? words : words.substring(0, TITLE).strip() + "…";
    }

    /** Writes a prompt, in place of the one that is there. */
    public void write(String prompt) {
        form.prompt().set(prompt);
    }

    /** Looks for images with those words. */
    public void find(String words) {
        gallery.words().set(words);
    }

    /** Begins with a seed that nobody chose. */
    void shuffleSeed() {
        form.seed().set(Long.toString(ThreadLocalRandom.current().nextLong(SEEDS)));
    }

    /** Makes the chosen image's settings those of the form. */
    public void takeChosen() {
        if (gallery.chosen().get() == null) {
            toasts.show(new Toast("info", Tone.QUIET, Phrase.of("gen.choose-first"), null, null));
        } else {
            intake.settings(gallery.path(gallery.chosen().get()), draft(), this::taken);
        }
    }

    /** Makes an image's settings those of the form. */
    public void takeSettings(Path image) {
        whole.run(() -> intake.settings(image, draft(), this::taken));
    }

    /** Switches an adapter of the library on. */
    public void use(AdapterRecord adapter, double strength) {
        whole.run(() ->
                background.run(
                        () -> work.library().adapters().current(),
                        all -> {
                            shelf.fill(all);
                            shelf.switchOn(adapter.file(), strength);
                        },
                        this::failed));
    }

    private void taken(String image, GenerationDraft found) {
        GenerationDraft before = draft();
        take(found);
        undo.add(Phrase.of("gen.taken", image), () -> take(before), () -> take(found));
    }

    /** Takes in files that were dropped: an image's settings, adapters; others say why not. */
    public void drop(List<Path> files) {
        intake.drop(files, draft(), this::taken, this::shelve);
    }

    private void shelve(List<AdapterRecord> adapters) {
        shelf.fill(adapters);
    }

    private GenerationDraft draft() {
        return form.draft(shelf.strengths());
    }

    private void take(GenerationDraft draft) {
        form.take(draft);
        shelf.take(draft.adapters());
    }

    /** Writes the trigger of an adapter into the prompt. */
    void addTrigger(ShelfAdapter adapter) {
        String prompt = form.prompt().get().stripTrailing();
        String trigger = adapter.adapter().trigger().strip();
        form.prompt()
                .set(
                        prompt.isEmpty()
                                ? trigger
                                : prompt + (prompt.endsWith(",") ? " " : ", ") + trigger);
    }

    /** Whether the trigger of an adapter stands in the prompt. */
    boolean hasTrigger(ShelfAdapter adapter) {
        return outlook.get().reading().marks().stream()
                .anyMatch(mark -> mark.words().equals(adapter.adapter().trigger().strip()));
    }

    /** Keeps the prompt as a style of that name, and switches it on in place of the words. */
    void saveStyle(String name) {
        PromptStyle style =
                new PromptStyle(name.strip(), form.prompt().get(), form.negative().get());
        background.run(
                () -> {
                    work.styles().save(style);
                    return work.styles().all();
                },
                all -> {
                    styles.setAll(all);
                    toasts.show(Toast.done(Phrase.of("gen.style-saved", style.name())));
                },
                this::failed);
    }

    private List<PromptStyle> stylesOn() {
        return styles.stream().filter(one -> form.styles().contains(one.name())).toList();
    }

    /** The ids of the samplers, in the order to show. */
    List<String> samplers() {
        return SamplingChoices.samplers();
    }

    /** The ids of the schedules, in the order to show. */
    List<String> schedules() {
        return SamplingChoices.schedules();
    }

    /** What the user writes and chooses. */
    GenerationForm form() {
        return form;
    }

    /** The adapters. */
    ShelfModel shelf() {
        return shelf;
    }

    /** The images. */
    GalleryModel gallery() {
        return gallery;
    }

    /** The queue. */
    QueueModel queue() {
        return queue;
    }

    /** What runs. */
    RunningModel running() {
        return running;
    }

    /** The styles there are. */
    ObservableList<PromptStyle> styles() {
        return styles;
    }

    /** The characters there are. */
    ObservableList<CharacterRecord> characters() {
        return characters;
    }

    /** What the form comes to. */
    ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }
}
