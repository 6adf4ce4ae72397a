package atelier.ui.library;

import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageField;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.LastAsked;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The images: which are shown, which one is chosen, and what is done to it. */
final class ImagesModel {

    private final LibraryWork work;
    private final Changes changes;
    private final LastAsked readings;
    private final ShownThings<ImageRecord> things = new ShownThings<>(ImageRecord::file);
    private final ObjectProperty<ImageFilter> filter = new SimpleObjectProperty<>(ImageFilter.ALL);
    private List<ImageRecord> found = List.of();
    private String words = "";

    ImagesModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.readings = new LastAsked(background);
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
        String wanted = words;
        readings.ask(
                () -> work.images(wanted),
                images -> {
                    found = images;
                    sift();
                },
                changes::failed);
    }

    private void sift() {
        things.show(found.stream().filter(filter.get()::takes).toList());
    }

    /** How many of those found a filter takes. */
    int count(ImageFilter wanted) {
        return (int) found.stream().filter(wanted::takes).count();
    }

    /** Likes or dislikes the chosen image; again takes that back. */
    void mark(int value) {
        things.withChosen(image ->
                set(
                        ImageField.LIKED,
                        Integer.toString(image.marks().liked() == value ? 0 : value)));
    }

    /** Makes the chosen image a favourite, or takes that back. */
    void star() {
        things.withChosen(
                image -> set(ImageField.FAVOURITE, Boolean.toString(!image.marks().favourite())));
    }

    /**
     * Gives the chosen image stars.
     *
     * @param stars 1 to 5; 0 takes them back
     */
    void rate(int stars) {
        set(ImageField.STARS, Integer.toString(stars));
    }

    /** Marks the chosen image. */
    void set(ImageField field, String value) {
        things.withChosen(image ->
                changes.set(
                        thing(image),
                        image.marks().value(field),
                        value,
                        why -> work.library().images().set(image.file(), field, value, why)));
    }

    /** Copies the chosen image to the pictures of a character. */
    void pick(CharacterRecord character) {
        things.withChosen(image ->
                changes.makeAll(
                        Phrase.of("library.picked", name(image), character.name()),
                        () -> work.library().characters().pick(character.slug(), image),
                        () -> {}));
    }

    /** Moves the chosen image to the trash. */
    void remove() {
        things.withChosen(image ->
                changes.remove(
                        thing(image), why -> work.library().images().remove(image.file(), why)));
    }

    private static Thing thing(ImageRecord image) {
        return new Thing(ItemKind.IMAGE, image.file(), name(image));
    }

    private static String name(ImageRecord image) {
        return image.file().substring(image.file().lastIndexOf('/') + 1);
    }

    /** Where the file of an image lies. */
    Path path(ImageRecord image) {
        return work.library().images().path(image);
    }

    /** Those that the words find and the filter takes, the newest first. */
    ShownThings<ImageRecord> things() {
        return things;
    }

    /** Which are shown. */
    ObjectProperty<ImageFilter> filter() {
        return filter;
    }
}
