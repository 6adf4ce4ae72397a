package atelier.ui.library;

import atelier.model.library.CharacterRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * A character with what the library shows of it.
 *
 * @param record what the library knows of it
 * @param pictures where its pictures lie, by name
 */
public record CharacterItem(CharacterRecord record, List<Path> pictures) {

    /** Copies the list. */
    public CharacterItem {
        pictures = List.copyOf(pictures);
    }
}
