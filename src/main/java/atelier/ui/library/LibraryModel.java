package atelier.ui.library;

import atelier.model.job.JobList;
import atelier.model.job.Progress;
import atelier.model.library.AuditRow;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthReport;
import atelier.model.library.ItemKind;
import atelier.model.review.SubjectAnalysis;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.text.SearchWords;
import atelier.ui.work.Background;
import atelier.ui.work.Drafts;
import atelier.ui.work.JobWatch;
import atelier.ui.work.LastAsked;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The library panel: everything that was made, and what is done to it. */
public final class LibraryModel {

    /** Whether the library was read. */
    enum State {
        /** Not yet. */
        READING,
        /** It was. */
        READ,
        /** It could not be. */
        FAILED
    }

    private final LibraryWork work;
    private final Background background;
    private final LastAsked content;
    private final Changes changes;
    private final CharactersModel characters;
    private final AdaptersModel adapters;
    private final ImagesModel images;
    private final ModelsModel models;
    private final DetailsModel details;
    private final HealthModel health;
    private final LibraryIntake intake;
    private final RescanModel rescan;
    private final AnalysesModel analyses;
    private final ObjectProperty<LibraryTab> tab = new SimpleObjectProperty<>(LibraryTab.OVERVIEW);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<AuditRow> last = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READING);
    private final ReadOnlyObjectWrapper<@Nullable Phrase> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private int allImages;
    private boolean exhibited;
    private @Nullable SubjectAnalysis seen;

    /**
     * @param background does what waits for the disk
     * @param toasts tells what was done
     */
    public LibraryModel(
            LibraryWork work, Background background, ToastModel toasts, UndoStack undo) {
        this.work = work;
        this.background = background;
        content = new LastAsked(background);
        changes = new Changes(work.library(), background, toasts, undo, this::refresh);
        characters = new CharactersModel(work, changes);
        adapters = new AdaptersModel(work, changes);
        images = new ImagesModel(work, background, changes);
        models = new ModelsModel(work, background, changes);
        details = new DetailsModel(work, background, changes);
        health = new HealthModel(work, background, changes);
        intake = new LibraryIntake(work, background, changes);
        rescan = new RescanModel(work, background, changes, () -> health.check(false));
        analyses = new AnalysesModel(work, background, changes);
        words.subscribe((_, now) -> find(new SearchWords(now)));
        characters.things().chosen().subscribe(this::look);
        adapters.things().chosen().subscribe(this::look);
        images.things().chosen().subscribe(this::look);
        tab.subscribe(this::look);
    }

    /** Reads what there is. */
    public void open() {
        refresh();
        health.check(false);
        work.jobs().listen(new JobWatch(background.window(), this::follow, (_, _) -> {}));
    }

    private void follow(JobList jobs) {
        models.follow(jobs);
        analyses.follow(jobs);
    }

    /** Reads again what there is. */
    void refresh() {
        images.refresh();
        content.ask(
                work::read,
                found -> {
                    if (!exhibited) {
                        fill(found);
                    }
                },
                failure -> {
                    problem.set(Phrase.why(failure));
                    state.set(State.FAILED);
                });
    }

    private void fill(LibraryContent found) {
        problem.set(null);
        characters.fill(found.characters());
        adapters.fill(found.adapters());
        models.fill(found.models());
        allImages = found.images();
        last.setAll(found.changes());
        state.set(State.READ);
        readings.set(readings.get() + 1);
        look();
    }

    /** Shows things that need not be there, for pictures of the panel. */
    public void exhibit(LibraryContent content) {
        exhibited = true;
        fill(content);
    }

    /**
     * Shows what need not have been seen in any character's pictures, for pictures of the panel.
     */
    public void exhibit(SubjectAnalysis analysis) {
        seen = analysis;
        look();
    }

    /** Shows a health report that need not be true, for pictures of the panel. */
    public void exhibit(HealthReport report) {
        health.exhibit(report);
    }

    /** Shows that the library could not be read, for pictures of the panel. */
    public void exhibit(Phrase failure) {
        exhibited = true;
        problem.set(failure);
        state.set(State.FAILED);
    }

    private void find(SearchWords now) {
        characters.find(now);
        adapters.find(now);
        images.find(now.words());
        models.find(now);
        readings.set(readings.get() + 1);
    }

    private void look() {
        if (exhibited) {
            details.exhibit(exhibitedDetails());
            return;
        }
        switch (tab.get()) {
            case CHARACTERS -> details.show(characters.things().chosen().get());
            case ADAPTERS -> details.show(adapters.things().chosen().get());
            case IMAGES -> details.show(images.things().chosen().get());
            case OVERVIEW, MODELS, HEALTH, HISTORY -> {
                // Nothing is looked at closely.
            }
        }
    }

    private Details exhibitedDetails() {
        CharacterItem character = characters.things().chosen().get();
        AdapterItem adapter = adapters.things().chosen().get();
        if (tab.get() == LibraryTab.CHARACTERS && character != null) {
            return exhibited(character.record().slug(), seen);
        }
        return adapter == null ? Details.NONE : exhibited(adapter.record().file(), null);
    }

    private Details exhibited(String thing, @Nullable SubjectAnalysis analysis) {
        List<AuditRow> changed = last.stream().filter(row -> thing.startsWith(row.item())).toList();
        return new Details(thing, changed, List.of(), null, "", analysis);
    }

    /** Goes to what a finding is about. */
    void open(HealthFinding finding) {
        words.set("");
        if (finding.kind() == ItemKind.ADAPTER) {
            openAdapter(finding.item());
        } else {
            openCharacter(finding.item());
        }
    }

    /** Goes to a character. */
    void openCharacter(String slug) {
        characters.choose(slug);
        tab.set(LibraryTab.CHARACTERS);
    }

    /** Goes to an adapter. */
    public void openAdapter(String file) {
        adapters.choose(file);
        tab.set(LibraryTab.ADAPTERS);
    }

    /** Begins a character of that name and goes to it. */
    void create(String name) {
        characters.create(name);
        tab.set(LibraryTab.CHARACTERS);
    }

    /** Moves what is looked at to the trash. */
    void remove() {
        switch (tab.get()) {
            case CHARACTERS -> characters.remove();
            case ADAPTERS -> adapters.remove();
            case IMAGES -> images.remove();
            case OVERVIEW, MODELS, HEALTH, HISTORY -> {
                // Where it is not plain what would go, nothing does.
            }
        }
    }

    /** Makes what is looked at a favourite, or takes that back. */
    void star() {
        switch (tab.get()) {
            case CHARACTERS -> characters.star();
            case ADAPTERS -> adapters.star();
            case IMAGES -> images.star();
            case OVERVIEW, MODELS, HEALTH, HISTORY -> {
                // Where it is not plain what is meant, nothing is.
            }
        }
    }

    /** Takes files in: adapters, pictures and folders of them; others say why not. */
    public void drop(List<Path> files) {
        intake.take(files);
    }

    /** Takes a change of the history back. */
    void takeBack(AuditRow row) {
        changes.takeBack(row.id());
    }

    /** How much a tab shows; negative where that is not counted. */
    long count(LibraryTab one) {
        return switch (one) {
            case OVERVIEW -> -1;
            case CHARACTERS -> characters.count();
            case ADAPTERS -> adapters.count();
            case IMAGES -> allImages;
            case MODELS -> models.count();
            case HEALTH -> health.count();
            case HISTORY -> last.size();
        };
    }

    /** Where the file of an adapter lies. */
    Path path(AdapterItem item) {
        return work.path(item.record());
    }

    /** Where the pictures of a character lie. */
    Path path(CharacterItem item) {
        return work.workspace().originals(item.record().slug());
    }

    /** Where a run lies. */
    Path run(String folder) {
        return work.workspace().runs().resolve(folder);
    }

    /** What is typed and not saved. */
    Drafts drafts() {
        return work.drafts();
    }

    /** Which part is shown. */
    public ObjectProperty<LibraryTab> tab() {
        return tab;
    }

    /** What is searched for, in all parts. */
    public StringProperty words() {
        return words;
    }

    /** Whether the library was read. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why it could not be; null where it could. */
    ReadOnlyObjectProperty<@Nullable Phrase> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Counts the times that something else was read or found. */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }

    /** The characters. */
    CharactersModel characters() {
        return characters;
    }

    /** The adapters. */
    AdaptersModel adapters() {
        return adapters;
    }

    /** The images. */
    ImagesModel images() {
        return images;
    }

    /** The models. */
    ModelsModel models() {
        return models;
    }

    /** Shows the licence of a model of the catalog, for pictures of the panel. */
    public void askFor(String model) {
        tab.set(LibraryTab.MODELS);
        models.shown().stream()
                .filter(item -> item.entry() != null && item.entry().id().equals(model))
                .findFirst()
                .ifPresent(models::ask);
    }

    /** What is being copied into the library; null for nothing. */
    ReadOnlyObjectProperty<@Nullable Progress> copying() {
        return intake.copying();
    }

    /** Ends what is being copied. */
    void stopCopying() {
        intake.stop();
    }

    /** How the index is made anew. */
    RescanModel rescan() {
        return rescan;
    }

    /** What is seen in the pictures of characters. */
    AnalysesModel analyses() {
        return analyses;
    }

    /** More of what is looked at. */
    DetailsModel details() {
        return details;
    }

    /** Whether all of it is sound. */
    HealthModel health() {
        return health;
    }

    /** What was found to be mended; null before the first look. */
    public ReadOnlyObjectProperty<@Nullable HealthReport> findings() {
        return health.report();
    }

    /** The last changes of all, the newest first. */
    ObservableList<AuditRow> last() {
        return last;
    }
}
