package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is archived is out of the way, stays whole, and comes back. */
class ArchiveTest extends OpenLibrary {

    private String slug;
    private AdapterRecord adapter;

    private void archiveBoth() throws IOException {
        slug = mia();
        add(slug, drawn());
        adapter = library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        library.characters().set(slug, CharacterField.ARCHIVED, "true", "test");
        library.adapters().set(adapter.file(), AdapterField.ARCHIVED, "true", "test");
    }

    @Test
    void whatIsArchivedIsNotAmongTheChoicesAndKeepsItsFiles() throws IOException {
        slug = mia();
        add(slug, drawn());
        adapter = library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        List<String> files = content();
        library.characters().set(slug, CharacterField.ARCHIVED, "true", "test");
        library.adapters().set(adapter.file(), AdapterField.ARCHIVED, "true", "test");
        assertThat(library.characters().current()).isEmpty();
        assertThat(library.adapters().current()).isEmpty();
        assertThat(library.characters().all())
                .singleElement()
                .satisfies(one -> assertThat(one.archived()).isTrue());
        assertThat(library.adapters().all())
                .singleElement()
                .isEqualTo(adapter.with(AdapterField.ARCHIVED, "true"));
        assertThat(content()).as("only the cards were written").hasSameSizeAs(files);
        assertThat(library.characters().pictures(slug)).hasSize(10);
    }

    @Test
    void theHistoryKnowsItAndBringsItBack() throws IOException {
        archiveBoth();
        List<AuditRow> rows = library.history().last(2);
        assertThat(rows).extracting(AuditRow::field).containsOnly("ARCHIVED");
        assertThat(rows).extracting(AuditRow::now).containsOnly("true");
        rows.forEach(row -> library.history().undo(row.id()));
        assertThat(library.characters().current()).hasSize(1);
        assertThat(library.adapters().current()).containsExactly(adapter);
    }

    @Test
    void theFilesKeepIt() throws IOException {
        archiveBoth();
        close();
        for (String name : List.of("library.db", "library.db-wal", "library.db-shm")) {
            Files.deleteIfExists(workspace.root().resolve(name));
        }
        open();
        rescan();
        assertThat(library.characters().all()).extracting(CharacterRecord::archived).contains(true);
        assertThat(library.characters().current()).isEmpty();
        assertThat(library.adapters().all()).hasSize(1);
        assertThat(library.adapters().current()).isEmpty();
    }

    @Test
    void cardsOfBeforeThereWasAnArchiveAreRead() throws IOException {
        slug = mia();
        adapter = library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        for (Path card :
                List.of(library.characters().card(slug), library.adapters().card(adapter.file()))) {
            String old =
                    Files.readString(card)
                            .replaceFirst("\"format\" : 2", "\"format\" : 1")
                            .replaceFirst(",\\s*\"archived\" : false", "");
            assertThat(old).contains("\"format\" : 1").doesNotContain("archived");
            Files.writeString(card, old);
        }
        assertThat(rescan().problems()).isEmpty();
        assertThat(library.characters().current()).extracting(CharacterRecord::slug).contains(slug);
        assertThat(library.adapters().current()).containsExactly(adapter);
    }

    @Test
    void whatIsBeingTrainedIsNotArchived() throws IOException {
        slug = mia();
        add(slug, drawn());
        become(slug, CharacterState.READY);
        become(slug, CharacterState.TRAINING);
        assertThatThrownBy(() ->
                        library.characters().set(slug, CharacterField.ARCHIVED, "true", "test"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is being trained: stop the training");
        assertThat(library.characters().current()).hasSize(1);
    }
}
