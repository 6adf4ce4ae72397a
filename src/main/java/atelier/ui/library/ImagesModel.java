package atelier.ui.library;

import atelier.model.library.ImageField;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The images: which are shown, which one is chosen, and what is done to it. */
final class ImagesModel {

    private static final String WHY = "in the library";

    private final LibraryWork work;
    private final Background background;
    private final Changes changes;
    private final ObservableList<ImageRecord> shown = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ImageRecord> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<ImageFilter> filter = new SimpleObjectProperty<>(ImageFilter.ALL);
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private List<ImageRecord> found = List.of();
    private String words = "";
    private long asked;

    ImagesModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.background = background;
        this.changes = changes;
        filter.subscribe((_, _) -> sift());
    }

    /** Looks for these words anew. */
    void find(String now) {
        words = now;
        refresh();
    }

    /** Reads what there is. */
    void refresh() {
        long mine = ++asked;
        String wanted = words;
        background.run(
                () -> work.images(wanted),
                images -> {
                    // What was asked for later may have come before.
                    if (mine == asked) {
                        found = images;
                        sift();
                    }
                },
                changes::failed);
    }

    private void sift() {
        ImageRecord before = chosen.get();
        shown.setAll(found.stream().filter(filter.get()::takes).toList());
        chosen.set(
                shown.stream()
                        .filter(image -> before != null && image.file().equals(before.file()))
                        .findFirst()
                        .orElse(shown.isEmpty() ? null : shown.getFirst()));
        readings.set(readings.get() + 1);
    }

    /** How many of those found a filter takes. */
    int count(ImageFilter wanted) {
        return (int) found.stream().filter(wanted::takes).count();
    }

    /** Likes or dislikes the chosen image; again takes that back. */
    void mark(int value) {
        ImageRecord image = chosen.get();
        if (image != null) {
            int now = image.marks().liked() == value ? 0 : value;
            set(ImageField.LIKED, Integer.toString(now));
        }
    }

    /** Makes the chosen image a favourite, or takes that back. */
    void star() {
        ImageRecord image = chosen.get();
        if (image != null) {
            set(ImageField.FAVOURITE, Boolean.toString(!image.marks().favourite()));
        }
    }

    /** Marks the chosen image. */
    void set(ImageField field, String value) {
        ImageRecord image = chosen.get();
        if (image == null || image.marks().value(field).equals(value)) {
            return;
        }
        String file = image.file();
        changes.make(
                Phrase.of("library.changed", name(image)),
                ItemKind.IMAGE,
                file,
                () -> work.library().images().set(file, field, value, WHY));
    }

    /** Moves the chosen image to the trash. */
    void remove() {
        ImageRecord image = chosen.get();
        if (image == null) {
            return;
        }
        String file = image.file();
        changes.make(
                Phrase.of("library.removed", name(image)),
                ItemKind.IMAGE,
                file,
                () -> work.library().images().remove(file, WHY));
    }

    private static String name(ImageRecord image) {
        return image.file().substring(image.file().lastIndexOf('/') + 1);
    }

    /** Where the file of an image lies. */
    Path path(ImageRecord image) {
        return work.library().images().path(image);
    }

    /** Those that the words find and the filter takes, the newest first. */
    ObservableList<ImageRecord> shown() {
        return shown;
    }

    /** The one looked at; null for none. */
    ObjectProperty<@Nullable ImageRecord> chosen() {
        return chosen;
    }

    /** Which are shown. */
    ObjectProperty<ImageFilter> filter() {
        return filter;
    }

    /** Counts the times that something else was found or shown. */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }
}
