package atelier.ui.review;

import atelier.model.library.CharacterRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * Who a comparison shows.
 *
 * @param character of the library
 * @param pictures of it
 */
record Subject(CharacterRecord character, List<Path> pictures) {

    /** Copies the list. */
    Subject {
        pictures = List.copyOf(pictures);
    }
}
