package atelier.service.library;

import atelier.model.library.AdapterRecord;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterRecord;
import atelier.model.library.ItemKind;
import atelier.service.storage.OutputFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The cards beside adapters and characters: writes them anew from the index, and back. */
final class Cards {

    private final Library library;
    private final AdapterLibrary adapters;
    private final CharacterLibrary characters;
    private final Card<AdapterRecord> ofAdapters = Card.ofAdapters();
    private final Card<CharacterRecord> ofCharacters = Card.ofCharacters();

    Cards(Library library, AdapterLibrary adapters, CharacterLibrary characters) {
        this.library = library;
        this.adapters = adapters;
        this.characters = characters;
    }

    /** Where the card of a thing lies. */
    Path place(ItemKind kind, String item) {
        return kind == ItemKind.ADAPTER ? adapters.card(item) : characters.card(item);
    }

    /** Writes what the index says of a thing; what lay there goes to the trash. */
    void write(ItemKind kind, String item, String why) {
        library.requireWritable();
        Path card = place(kind, item);
        String before = Files.exists(card) ? library.trash().put(List.of(card)) : "";
        OutputFolder.prepare(Objects.requireNonNull(card.getParent()));
        if (kind == ItemKind.ADAPTER) {
            ofAdapters.write(card, adapters.get(item));
        } else {
            ofCharacters.write(card, characters.get(item));
        }
        audit(kind, item, before, name(card), why);
    }

    /** Takes that back: the written card goes to the trash, and what lay there comes back. */
    void takeBack(AuditRow row, String why) {
        Path card = place(row.kind(), row.item());
        String trash = library.trash().put(List.of(card));
        if (!row.old().isEmpty()) {
            library.trash().restore(row.old());
        }
        audit(row.kind(), row.item(), name(card), trash, why);
    }

    private String name(Path card) {
        return library.workspace().root().relativize(card).toString().replace('\\', '/');
    }

    private void audit(ItemKind kind, String item, String old, String now, String why) {
        library.database()
                .change(connection ->
                        library.audit().add(connection, kind, item, AuditRow.CARD, old, now, why));
    }

    /**
     * The card of an adapter.
     *
     * @throws atelier.model.AtelierException if it cannot be read
     */
    AdapterRecord adapter(String file) {
        return ofAdapters.read(adapters.card(file));
    }

    /** The same of a character. */
    CharacterRecord character(String slug) {
        return ofCharacters.read(characters.card(slug));
    }
}
