package atelier.ui.library;

import atelier.model.library.AuditRow;
import java.util.List;

/**
 * What the library holds, as it was read last.
 *
 * @param characters favourites first, then by name
 * @param adapters favourites first, then by name
 * @param models those that are there first, then those that can be fetched
 * @param images how many there are
 * @param changes the last ones, the newest first
 */
public record LibraryContent(
        List<CharacterItem> characters,
        List<AdapterItem> adapters,
        List<ModelItem> models,
        int images,
        List<AuditRow> changes) {

    /** With nothing in it. */
    public static final LibraryContent EMPTY =
            new LibraryContent(List.of(), List.of(), List.of(), 0, List.of());

    /** Copies the lists. */
    public LibraryContent {
        characters = List.copyOf(characters);
        adapters = List.copyOf(adapters);
        models = List.copyOf(models);
        changes = List.copyOf(changes);
    }
}
