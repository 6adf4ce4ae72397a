package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import atelier.model.AtelierException;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.ImageField;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.PictureRecord;
import atelier.model.library.RescanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is changed and deleted comes back, and so does the database. */
class LibraryHistoryTest extends OpenLibrary {

    /** The newest change. */
    private long last() {
        return library.history().last(1).getFirst().id();
    }

    @Test
    void changesAreTakenBackOneByOne() throws IOException {
        String slug = mia();
        add(slug, drawn());
        library.characters().set(slug, CharacterField.NAME, "Mia", "shorter");
        long renamed = last();
        library.characters().set(slug, CharacterField.NAME, "M", "shorter still");
        assertThatThrownBy(() -> library.history().undo(renamed))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("was changed again since");
        library.history().undo(last());
        assertThat(library.characters().get(slug).name()).isEqualTo("Mia");
        library.history().undo(renamed);
        assertThat(library.characters().get(slug).name()).isEqualTo("Mia Ёж!");
        assertThatThrownBy(() -> library.history().undo(renamed))
                .hasMessageContaining("was taken back before");
        String image = library.images().index(image("a.png", 1)).file();
        library.images().set(image, ImageField.LIKED, "-1", "disliked");
        library.history().undo(last());
        assertThat(library.images().get(image).marks().liked()).isZero();
    }

    @Test
    void whatIsDeletedGoesToTheTrashAndComesBackWhole() throws IOException {
        String slug = mia();
        add(slug, drawn());
        AdapterRecord adapter =
                library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        String image = library.images().index(image("a.png", 1)).file();
        library.images().set(image, ImageField.LIKED, "1", "liked");
        List<String> before = content();
        CharacterRecord character = library.characters().get(slug);
        List<PictureRecord> pictures = library.characters().pictures(slug);
        List<Runnable> removals =
                List.of(
                        () -> library.characters().removePicture(slug, "picture-00.png", "test"),
                        () -> library.characters().remove(slug, "test"),
                        () -> library.adapters().remove(adapter.file(), "test"),
                        () -> library.images().remove(image, "test"));
        for (Runnable removal : removals) {
            removal.run();
            assertThat(content()).isNotEqualTo(before);
            library.history().undo(last());
            assertThat(content()).isEqualTo(before);
        }
        assertThat(library.characters().get(slug)).isEqualTo(character);
        assertThat(library.characters().pictures(slug))
                .extracting(PictureRecord::name, PictureRecord::sha256)
                .containsExactlyElementsOf(
                        pictures.stream().map(p -> tuple(p.name(), p.sha256())).toList());
        assertThat(library.adapters().all()).containsExactly(adapter);
        assertThat(library.images().get(image).marks().liked()).isEqualTo(1);
    }

    @Test
    void anAddedPictureIsTakenBackIntoTheTrash() throws IOException {
        String slug = mia();
        add(slug, drawn());
        library.history().undo(last());
        assertThat(library.characters().pictures(slug)).hasSize(9);
        library.history().undo(last());
        assertThat(library.characters().pictures(slug)).hasSize(10);
    }

    @Test
    void theTrashDoesNotReplaceWhatLiesThereNow() throws IOException {
        String slug = mia();
        add(slug, drawn());
        library.characters().removePicture(slug, "picture-00.png", "test");
        long removed = last();
        Path place = workspace.originals(slug).resolve("picture-00.png");
        Files.writeString(place, "another");
        assertThatThrownBy(() -> library.history().undo(removed))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is there already");
        assertThat(place).hasContent("another");
        Files.delete(place);
        library.history().undo(removed);
        assertThat(place).isRegularFile();
    }

    @Test
    void theDatabaseIsMadeAgainFromTheFiles() throws IOException {
        String slug = mia();
        add(slug, drawn());
        library.characters().set(slug, CharacterField.TAGS, "fox, friend", "test");
        library.characters().set(slug, CharacterField.NOTE, "ours", "test");
        become(slug, CharacterState.READY);
        library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        String image = library.images().index(image("a.png", 1)).file();
        library.images().index(image("b.png", 2));
        library.images().set(image, ImageField.LIKED, "-1", "test");
        library.images().set(image, ImageField.TAGS, "dark", "test");
        List<CharacterRecord> characters = library.characters().all();
        List<AdapterRecord> adapters = library.adapters().all();
        List<ImageRecord> images = library.images().find(ImageQuery.of("", 10));
        List<String> files = content();

        assertThat(rescan()).isEqualTo(new RescanReport(1, 10, 1, 2, 0, List.of(), List.of()));
        assertThat(library.history().last(100)).hasSize(17);
        close();
        for (String name : List.of("library.db", "library.db-wal", "library.db-shm")) {
            Files.deleteIfExists(workspace.root().resolve(name));
        }
        open();
        assertThat(library.characters().all()).isEmpty();
        RescanReport report = rescan();
        assertThat(report.lost())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("The history of changes"),
                        one -> assertThat(one).startsWith("The queue of jobs"),
                        one -> assertThat(one).startsWith("When the 10 pictures were added"));
        assertThat(report.problems()).isEmpty();
        assertThat(library.characters().all()).isEqualTo(characters);
        assertThat(library.adapters().all()).isEqualTo(adapters);
        assertThat(library.images().find(ImageQuery.of("", 10)))
                .containsExactlyInAnyOrderElementsOf(images);
        assertThat(library.characters().pictures(slug)).hasSize(10);
        assertThat(content()).isEqualTo(files);
    }

    @Test
    void whatOnlyTheDatabaseKnewIsNamed() throws IOException {
        String slug = mia();
        AdapterRecord adapter =
                library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        String image = library.images().index(image("a.png", 1)).file();
        library.images().remove(image, "test");
        close();
        for (String name : List.of("library.db", "library.db-wal", "library.db-shm")) {
            Files.deleteIfExists(workspace.root().resolve(name));
        }
        Files.delete(workspace.characters().resolve(slug).resolve("character.json"));
        open();
        Files.delete(library.adapters().card(adapter.file()));
        assertThat(rescan().lost())
                .anySatisfy(one -> assertThat(one).startsWith("1 deleted things lie in"))
                .anySatisfy(one ->
                        assertThat(one).startsWith("There is no card beside " + adapter.file()))
                .anySatisfy(one -> assertThat(one).startsWith("There is no card in"))
                .noneSatisfy(one -> assertThat(one).contains("pictures were added"));
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsThere() throws IOException {
        String slug = mia();
        library.adapters().add(LORA, AdapterType.PORTRAIT, "mia", slug, "test");
        Path card = workspace.characters().resolve(slug).resolve(CharacterLibrary.CARD);
        Files.writeString(card, "{");
        Path bad = workspace.adapters().resolve("bad.safetensors");
        Files.writeString(bad, "no adapter");
        Files.createDirectories(workspace.originals("found"));
        RescanReport report = rescan();
        assertThat(report.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith(card + " is damaged"))
                .anyMatch(problem -> problem.contains("bad.safetensors"));
        assertThat(library.characters().all())
                .extracting(CharacterRecord::name, CharacterRecord::state)
                .containsExactly(tuple("found", CharacterState.DRAFT));
        assertThat(library.adapters().all()).hasSize(1);
    }
}
