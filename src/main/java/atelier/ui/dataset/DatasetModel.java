package atelier.ui.dataset;

import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetReport;
import atelier.model.library.CharacterRecord;
import atelier.service.dataset.caption.CaptionEdit;
import atelier.ui.shell.KeptLayout;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.Newest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The dataset of a character: its pictures, which of them are shown, and what is done to them. */
public final class DatasetModel {

    private final DatasetWork work;
    private final Background background;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final ObservableList<CharacterRecord> characters = FXCollections.observableArrayList();
    private final ObjectProperty<CharacterRecord> character = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<DatasetReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Phrase> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DatasetItem> items = FXCollections.observableArrayList();
    private final ObservableList<DatasetItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<DatasetFilter> filter =
            new SimpleObjectProperty<>(DatasetFilter.ALL);
    private final ObjectProperty<DatasetItem> chosen = new SimpleObjectProperty<>();
    private final IntegerProperty resolution;
    private final CaptionModel caption;
    private final Newest<DatasetReport, DatasetWork.Faced> faces;
    private boolean chosenByUser;

    /**
     * @param resolution side of a square picture in training, to begin with
     */
    public DatasetModel(
            DatasetWork work,
            Background background,
            ToastModel toasts,
            UndoStack undo,
            int resolution) {
        this.work = work;
        // A caption typed later must not be overtaken by one typed before.
        this.background = background.inOrder();
        this.toasts = toasts;
        this.undo = undo;
        this.resolution = new SimpleIntegerProperty(resolution);
        this.caption =
                new CaptionModel(
                        this::saveCaption, text -> new CaptionTokens(work, background, text));
        // Beside all else, as the network may be long in coming.
        this.faces = new Newest<>(background, work::withFaces, this::showFaces, this::fail);
        filter.subscribe(this::sift);
        chosen.subscribe(caption::begin);
        character.subscribe((_, _) -> look());
        this.resolution.subscribe((_, _) -> look());
    }

    /** Reads the characters and shows the one that was shown, else the first. */
    public void open() {
        // Whoever is shown when they are read, as another may have been chosen by then.
        open(() -> character.get() == null ? "" : character.get().slug());
    }

    /**
     * Reads the characters and shows one.
     *
     * @param slug its; where there is none of it the first is shown, unless the user wants none
     */
    public void open(String slug) {
        open(() -> slug);
    }

    private void open(Supplier<String> slug) {
        run(
                work::characters,
                all -> {
                    characters.setAll(all);
                    String wanted = slug.get();
                    boolean wantsNone = chosenByUser && character.get() == null;
                    character.set(
                            all.stream()
                                    .filter(one -> one.slug().equals(wanted))
                                    .findFirst()
                                    .or(() ->
                                            wantsNone ? Optional.empty() : all.stream().findFirst())
                                    .orElse(null));
                });
    }

    private void look() {
        CharacterRecord now = character.get();
        if (now == null) {
            show(null);
            return;
        }
        int side = resolution.get();
        busy.set(true);
        background.run(
                () -> work.hasPictures(now) ? work.look(now, side) : null,
                found -> {
                    busy.set(false);
                    problem.set(null);
                    if (now.equals(character.get())) {
                        show(found);
                    }
                },
                failure -> {
                    busy.set(false);
                    problem.set(Phrase.why(failure));
                    show(null);
                });
    }

    private void show(@Nullable DatasetReport found) {
        place(found);
        if (found != null) {
            faces.take(found);
        }
    }

    private void showFaces(DatasetWork.Faced faced) {
        if (faced.tellsMore() && faced.base().equals(report.get())) {
            place(faced.report());
        }
    }

    private void place(@Nullable DatasetReport found) {
        DatasetItem before = chosen.get();
        items.setAll(found == null ? List.of() : DatasetItems.of(found));
        report.set(found);
        sift();
        chosen.set(
                items.stream()
                        .filter(item -> before != null && item.file().equals(before.file()))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
    }

    private void sift() {
        shown.setAll(items.stream().filter(filter.get()::takes).toList());
    }

    /** Goes on to a character, or to none. */
    public void choose(@Nullable CharacterRecord one) {
        chosenByUser = true;
        character.set(one);
    }

    /** Begins to write what is typed and not written yet. */
    public void finish() {
        caption.saveAll();
    }

    /** How many pictures a filter would show. */
    int count(DatasetFilter one) {
        return (int) items.stream().filter(one::takes).count();
    }

    /** How many more pictures training asks for; 0 for none. */
    int missing() {
        DatasetReport now = report.get();
        return now == null ? Dataset.FEWEST : Math.max(0, Dataset.FEWEST - now.pictures().size());
    }

    /** Copies files, folders and zips to the character; makes one where there is none. */
    public void add(List<Path> sources) {
        CharacterRecord now = character.get();
        if (now == null) {
            begin(sources, () -> {});
        } else {
            run(
                    () -> work.add(now, sources),
                    added -> {
                        toasts.show(AddedToast.of(added));
                        look();
                    });
        }
    }

    /**
     * Copies files, folders and zips to a new character, and shows it.
     *
     * @param then done once it has pictures; there is no character where nothing could be copied
     */
    public void begin(List<Path> sources, Runnable then) {
        run(
                () -> work.begin(sources),
                begun -> {
                    toasts.show(AddedToast.of(begun.added()));
                    if (!begun.added().added().isEmpty()) {
                        characters.add(begun.character());
                        choose(begun.character());
                        then.run();
                    }
                });
    }

    /** Takes the chosen picture out of the dataset. */
    public void leaveOut() {
        DatasetItem item = chosen.get();
        CharacterRecord now = character.get();
        if (item == null || now == null) {
            return;
        }
        next(1);
        run(
                () -> work.leaveOut(now, item.name()),
                change -> {
                    look();
                    long[] last = {change};
                    undo.add(
                            Phrase.of("dataset.left-out", item.name()),
                            () -> run(undoing(last[0]), _ -> look()),
                            () ->
                                    run(
                                            () -> work.leaveOut(now, item.name()),
                                            again -> {
                                                last[0] = again;
                                                look();
                                            }));
                });
    }

    private Callable<Boolean> undoing(long change) {
        return () -> {
            work.undo(change);
            return true;
        };
    }

    /** Chooses the next picture, or the one before. */
    void next(int by) {
        int place = shown.indexOf(chosen.get()) + by;
        if (place >= 0 && place < shown.size()) {
            chosen.set(shown.get(place));
        }
    }

    /** Replaces words in all captions. */
    void replace(String words, String with) {
        if (!words.isBlank()) {
            edit(new CaptionEdit.Replace(words, with));
        }
    }

    /** Edits captions, so that it can be taken back. */
    void edit(CaptionEdit edit) {
        CharacterRecord now = character.get();
        if (now == null) {
            return;
        }
        caption.save();
        run(
                () -> work.edit(now, edit),
                count -> {
                    look();
                    undo.add(
                            Phrase.of("dataset.replaced", count),
                            () ->
                                    run(
                                            () -> {
                                                work.undoCaptions(now);
                                                return true;
                                            },
                                            _ -> look()),
                            () -> edit(edit));
                });
    }

    private void saveCaption(Path file, String text) {
        CharacterRecord now = character.get();
        if (now == null) {
            return;
        }
        background.run(
                () -> work.edit(now, new CaptionEdit.Set(file, text)),
                _ -> {
                    caption.saved(file, text);
                    captionChanged(file, text);
                },
                failure -> {
                    caption.failed(file, text);
                    fail(failure);
                });
    }

    private void captionChanged(Path file, String text) {
        if (report.get() == null) {
            return;
        }
        DatasetReport changed = DatasetItems.withCaption(report.get(), file, text);
        DatasetItem before = chosen.get();
        items.setAll(DatasetItems.of(changed));
        report.set(changed);
        List<DatasetItem> still = new ArrayList<>(items);
        // The picture being edited stays in sight, even if it does not fit the filter any more.
        still.removeIf(item -> !filter.get().takes(item) && !item.file().equals(file));
        shown.setAll(still);
        shown.stream()
                .filter(item -> before != null && item.file().equals(before.file()))
                .findFirst()
                .ifPresent(chosen::set);
    }

    private <T> void run(Callable<@Nullable T> job, Consumer<T> then) {
        busy.set(true);
        background.run(
                job,
                result -> {
                    busy.set(false);
                    then.accept(result);
                },
                failure -> {
                    busy.set(false);
                    fail(failure);
                });
    }

    private void fail(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** Every character. */
    ObservableList<CharacterRecord> characters() {
        return characters;
    }

    /** The character whose pictures these are; null where there is none. */
    ObjectProperty<CharacterRecord> character() {
        return character;
    }

    /** Whether pictures are being read or copied. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What training gets; null where there are no pictures. */
    ReadOnlyObjectProperty<DatasetReport> report() {
        return report.getReadOnlyProperty();
    }

    /** Why the pictures cannot be looked at; null where they can. */
    ReadOnlyObjectProperty<Phrase> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Begins with the filter of the last time. */
    public void remember(KeptLayout layout) {
        layout.keep("dataset.filter", filter);
    }

    /** The pictures that the filter takes. */
    ObservableList<DatasetItem> shown() {
        return shown;
    }

    /** Which are shown. */
    ObjectProperty<DatasetFilter> filter() {
        return filter;
    }

    /** The picture looked at; null for none. */
    ObjectProperty<DatasetItem> chosen() {
        return chosen;
    }

    /** Side of a square picture in training. */
    IntegerProperty resolution() {
        return resolution;
    }

    /** Its caption. */
    CaptionModel caption() {
        return caption;
    }
}
