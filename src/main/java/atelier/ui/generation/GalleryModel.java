package atelier.ui.generation;

import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageField;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.service.library.ImageLibrary;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.LastAsked;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The images that were made, the newest first. */
final class GalleryModel {

    private static final int MOST = 1_000_000;

    private final ImageLibrary library;
    private final Background marking;
    private final LastAsked reading;
    private final ToastModel toasts;
    private final UndoStack undo;
    private final Supplier<LocalDate> today;

    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<GalleryFilter> filter =
            new SimpleObjectProperty<>(GalleryFilter.ALL);
    private final ObjectProperty<CharacterRecord> character = new SimpleObjectProperty<>();
    private final ObjectProperty<ImageRecord> chosen = new SimpleObjectProperty<>();
    private final ObservableList<ImageRecord> shown = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private List<ImageRecord> found = List.of();

    GalleryModel(
            ImageLibrary library,
            Background background,
            ToastModel toasts,
            UndoStack undo,
            Supplier<LocalDate> today) {
        this.library = library;
        // Else what is taken back could be overtaken by what it takes back.
        this.marking = background.inOrder();
        this.reading = new LastAsked(background);
        this.toasts = toasts;
        this.undo = undo;
        this.today = today;
        words.subscribe((_, _) -> refresh());
        filter.subscribe((_, _) -> show());
        character.subscribe((_, _) -> show());
    }

    /** Reads what there is. */
    void refresh() {
        ImageQuery query = ImageQuery.of(words.get(), MOST);
        reading.ask(
                () -> library.find(query),
                images -> {
                    found = images;
                    show();
                },
                this::failed);
    }

    private void failed(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    private void show() {
        ImageRecord before = chosen.get();
        shown.setAll(found.stream().filter(image -> takes(filter.get(), image)).toList());
        chosen.set(
                before == null
                        ? null
                        : shown.stream()
                                .filter(image -> image.file().equals(before.file()))
                                .findFirst()
                                .orElse(null));
        readings.set(readings.get() + 1);
    }

    private boolean takes(GalleryFilter wanted, ImageRecord image) {
        return switch (wanted) {
            case ALL -> true;
            case LIKED -> image.marks().liked() > 0;
            case TODAY ->
                    LocalDate.ofInstant(image.made(), ZoneId.systemDefault()).equals(today.get());
            case CHARACTER -> character.get() != null && isOf(character.get(), image);
        };
    }

    private static boolean isOf(CharacterRecord one, ImageRecord image) {
        String name = one.trigger().isBlank() ? one.name() : one.trigger();
        return (image.prompt() + '\n' + image.adapters())
                .toLowerCase(Locale.ROOT)
                .contains(name.toLowerCase(Locale.ROOT));
    }

    /** How many of those found a filter takes. */
    int count(GalleryFilter wanted) {
        return (int) found.stream().filter(image -> takes(wanted, image)).count();
    }

    /** Likes the chosen image, or takes that back. */
    void like() {
        like(1);
    }

    /** Dislikes the chosen image, or takes that back. */
    void dislike() {
        like(-1);
    }

    private void like(int value) {
        ImageRecord image = chosen.get();
        if (image != null) {
            int now = image.marks().liked() == value ? 0 : value;
            String what =
                    now > 0
                            ? "gallery.mark-liked"
                            : now < 0 ? "gallery.mark-disliked" : "gallery.mark-none";
            mark(image, ImageField.LIKED, now, Phrase.of(what));
        }
    }

    /**
     * Gives the chosen image stars.
     *
     * @param stars 1 to 5; 0 takes them back
     */
    void rate(int stars) {
        ImageRecord image = chosen.get();
        if (image != null && image.marks().stars() != stars) {
            mark(
                    image,
                    ImageField.STARS,
                    stars,
                    stars == 0
                            ? Phrase.of("gallery.mark-none")
                            : Phrase.of("gallery.mark-stars", stars));
        }
    }

    private void mark(ImageRecord image, ImageField field, int now, Phrase what) {
        String before = image.marks().value(field);
        String value = Integer.toString(now);
        set(
                image.file(),
                field,
                value,
                () ->
                        undo.add(
                                what,
                                () -> set(image.file(), field, before, () -> {}),
                                () -> set(image.file(), field, value, () -> {})));
    }

    private void set(String file, ImageField field, String value, Runnable then) {
        marking.run(
                () -> library.set(file, field, value, "in the gallery"),
                changed -> {
                    replace(changed);
                    then.run();
                },
                this::failed);
    }

    private void replace(ImageRecord changed) {
        List<ImageRecord> images = new ArrayList<>(found);
        images.replaceAll(image -> image.file().equals(changed.file()) ? changed : image);
        found = images;
        show();
    }

    /** Where the file of an image lies. */
    Path path(ImageRecord image) {
        return library.path(image);
    }

    /** What is searched for. */
    StringProperty words() {
        return words;
    }

    /** Which of those found are shown. */
    ObjectProperty<GalleryFilter> filter() {
        return filter;
    }

    /** Whose images {@link GalleryFilter#CHARACTER} takes; null for nobody's. */
    ObjectProperty<CharacterRecord> character() {
        return character;
    }

    /** The chosen image; null for none. */
    ObjectProperty<ImageRecord> chosen() {
        return chosen;
    }

    /** What the filter takes. */
    ObservableList<ImageRecord> shown() {
        return shown;
    }

    /** Counts the times that something else was found or shown. */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }
}
