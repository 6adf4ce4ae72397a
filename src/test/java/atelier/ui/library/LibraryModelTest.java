package atelier.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.AdapterFault;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AuditRow;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.ImageField;
import atelier.model.library.ImageQuery;
import atelier.model.review.FeatureLists;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.feature.AnalysisFile;
import atelier.ui.shell.Toast;
import atelier.ui.shell.Tone;
import atelier.ui.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library's state and intents over a workspace with one character, without a toolkit. */
class LibraryModelTest extends OpenLibraryModel {

    @Test
    void aCharacterIsRenamedAndThatIsTakenBackAndDoneAgain() {
        assertThat(model.state().get()).isEqualTo(LibraryModel.State.READ);
        assertThat(model.characters().things().chosen().get().pictures()).hasSize(1);
        model.characters().set(CharacterField.NAME, "Ilvara the Bold");
        assertThat(chosen().name()).isEqualTo("Ilvara the Bold");
        assertThat(library.characters().get("ilvara").name()).isEqualTo("Ilvara the Bold");
        undo.undo();
        assertThat(chosen().name()).isEqualTo("Ilvara");
        undo.redo();
        assertThat(chosen().name()).isEqualTo("Ilvara the Bold");
        undo.undo();
        assertThat(library.characters().get("ilvara").name()).isEqualTo("Ilvara");
    }

    @Test
    void whatChangesNothingIsNotToldAndCannotBeTakenBack() {
        model.characters().set(CharacterField.NAME, "Someone");
        toasts.close();
        model.characters().set(CharacterField.TAGS, " , ");
        assertThat(toasts.current().get()).isNull();
        undo.undo();
        assertThat(chosen().name()).as("the change before is the last one").isEqualTo("Ilvara");
    }

    @Test
    void whatIsRefusedIsToldAndNothingChanges() {
        model.characters().set(CharacterField.NAME, "");
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(chosen().name()).isEqualTo("Ilvara");
        assertThat(model.characters().next()).containsExactly(CharacterState.DRAFT);
        model.characters().set(CharacterField.STATE, CharacterState.DRAFT.name());
        assertThat(chosen().state()).isEqualTo(CharacterState.DRAFT);
        assertThat(model.characters().next()).containsExactly(CharacterState.READY);
    }

    @Test
    void whatWentToTheTrashComesBackWithAllOfIt() {
        model.tab().set(LibraryTab.CHARACTERS);
        model.remove();
        assertThat(model.characters().things().shown()).isEmpty();
        assertThat(library.characters().all()).isEmpty();
        undo.undo();
        assertThat(model.characters().things().shown()).hasSize(1);
        assertThat(model.characters().things().shown().getFirst().pictures())
                .hasSize(1)
                .allSatisfy(picture -> assertThat(picture).exists());
    }

    @Test
    void anArchivedCharacterIsFoundInTheArchiveOnlyAndComesBack() {
        CharactersModel characters = model.characters();
        characters.archive();
        assertThat(library.characters().current()).isEmpty();
        assertThat(characters.things().shown()).isEmpty();
        assertThat(characters.count()).isZero();
        assertThat(characters.countArchived()).isEqualTo(1);
        characters.archived().set(true);
        assertThat(chosen().slug()).isEqualTo("ilvara");
        characters.archive();
        assertThat(library.characters().current()).hasSize(1);
        assertThat(characters.archived().get()).as("the archive is empty").isFalse();
        assertThat(chosen().slug()).isEqualTo("ilvara");
        undo.undo();
        assertThat(characters.things().shown()).isEmpty();
        characters.choose("ilvara");
        assertThat(chosen().archived()).as("it is shown where it is").isTrue();
    }

    @Test
    void anArchivedAdapterIsFoundByItsFilterOnly() {
        AdapterRecord style = style();
        AdaptersModel adapters = model.adapters();
        adapters.archive();
        assertThat(library.adapters().current()).isEmpty();
        assertThat(adapters.count()).isZero();
        for (AdapterFilter filter : AdapterFilter.values()) {
            assertThat(adapters.count(filter))
                    .as("%s", filter)
                    .isEqualTo(filter == AdapterFilter.ARCHIVED ? 1 : 0);
        }
        model.openAdapter(style.file());
        assertThat(adapters.filter().get()).isEqualTo(AdapterFilter.ARCHIVED);
        adapters.archive();
        assertThat(adapters.filter().get()).isEqualTo(AdapterFilter.ALL);
        assertThat(adapters.things().shown()).hasSize(1);
    }

    @Test
    void nothingGoesToTheTrashWhereItIsNotPlainWhat() {
        model.tab().set(LibraryTab.OVERVIEW);
        model.remove();
        model.star();
        assertThat(library.characters().get("ilvara").favourite()).isFalse();
    }

    @Test
    void anAdapterShowsWhatItLacksAndIsMendedHere() throws IOException {
        AdapterRecord style = style();
        assertThat(model.adapters().things().shown().getFirst().fault())
                .isEqualTo(AdapterFault.NONE);
        model.adapters().set(AdapterField.TRIGGER, "two words");
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        toasts.close();
        model.adapters().set(AdapterField.TRIGGER, "felt");
        assertThat(library.adapters().get(style.file()).trigger()).isEqualTo("felt");
        Files.delete(library.adapters().path(style));
        model.refresh();
        assertThat(model.adapters().things().shown().getFirst().fault())
                .isEqualTo(AdapterFault.NO_FILE);
    }

    @Test
    void filtersAndWordsFindAdapters() {
        style();
        assertThat(model.adapters().count(AdapterFilter.ALL)).isEqualTo(1);
        assertThat(model.adapters().count(AdapterFilter.STYLE)).isEqualTo(1);
        assertThat(model.adapters().count(AdapterFilter.PORTRAIT)).isZero();
        assertThat(model.adapters().count(AdapterFilter.FAVOURITES)).isZero();
        model.adapters().star();
        assertThat(model.adapters().count(AdapterFilter.FAVOURITES)).isEqualTo(1);
        model.words().set("INK");
        assertThat(model.adapters().things().shown()).hasSize(1);
        assertThat(model.characters().things().shown()).as("no character is called so").isEmpty();
        model.words().set("ink zebra");
        assertThat(model.adapters().things().shown()).isEmpty();
        model.words().set("");
        assertThat(model.characters().things().shown()).hasSize(1);
    }

    @Test
    void whatIsLookedAtTellsItsHistoryAndItsFile() {
        AdapterRecord style = style();
        model.openAdapter(style.file());
        Details details = model.details().details().get();
        assertThat(model.tab().get()).isEqualTo(LibraryTab.ADAPTERS);
        assertThat(details.item()).isEqualTo(style.file());
        assertThat(details.info().groups()).isNotEmpty();
        assertThat(details.history()).extracting(AuditRow::field).containsExactly(AuditRow.PLACE);
        model.openCharacter("ilvara");
        assertThat(model.details().details().get().history())
                .extracting(AuditRow::field)
                .contains("STATE");
    }

    @Test
    void aChangeOfTheHistoryIsTakenBack() {
        model.characters().set(CharacterField.NOTE, "loves horses");
        AuditRow row = model.last().getFirst();
        assertThat(row.now()).isEqualTo("loves horses");
        assertThat(ChangePhrases.canBeTakenBack(row)).isTrue();
        model.takeBack(row);
        assertThat(chosen().note()).isEmpty();
        assertThat(model.last().stream().filter(one -> one.id() == row.id()))
                .singleElement()
                .satisfies(one -> assertThat(ChangePhrases.canBeTakenBack(one)).isFalse());
    }

    @Test
    void filesGoWhereTheyBelongAndStayWhereTheyWere() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("mira"));
        Files.copy(PICTURE, pictures.resolve("one.png"));
        Path image = Files.copy(PICTURE, folder.resolve("made.png"));
        model.drop(List.of(LORA, pictures, image));
        assertThat(model.adapters().things().shown()).hasSize(1);
        assertThat(library.characters().pictures("mira")).hasSize(1);
        assertThat(library.images().find(ImageQuery.of("made", 9))).hasSize(1);
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.GOOD);
        assertThat(pictures.resolve("one.png")).hasSameBinaryContentAs(PICTURE);
        assertThat(image).exists();
        assertThat(LORA).exists();
    }

    @Test
    void whatDoesNotBelongIsRefusedInOneSentence() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.docx"), "words");
        model.drop(List.of(notes));
        Toast toast = toasts.current().get();
        assertThat(toast.tone()).isEqualTo(Tone.DANGER);
        assertThat(toast.text()).isEqualTo(Phrase.of("library.refused", "notes.docx"));
        toasts.close();
        Path nothing = Files.createDirectory(folder.resolve("empty"));
        Files.copy(notes, nothing.resolve("notes.docx"));
        model.drop(List.of(nothing));
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(library.characters().all()).as("no empty character is left").hasSize(1);
        toasts.close();
        Path fake = Files.writeString(folder.resolve("fake.safetensors"), "no weights");
        model.drop(List.of(fake));
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(library.adapters().all()).isEmpty();
    }

    @Test
    void whatIsBrokenIsFoundMendedAndTakenBackTogether() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        Path models = Files.createDirectories(folder.resolve("work/models"));
        Files.move(file, models.resolve("moved.safetensors"));
        model.health().check(true);
        assertThat(model.count(LibraryTab.HEALTH)).isEqualTo(1);
        assertThat(model.health().safe()).hasSize(1);
        HealthFinding finding = model.findings().get().findings().getFirst();
        assertThat(HealthModel.leadsSomewhere(finding)).isTrue();
        model.open(finding);
        assertThat(model.adapters().things().chosen().get().record().file())
                .isEqualTo(style.file());
        model.health().repairSafe();
        assertThat(file).hasSameBinaryContentAs(LORA);
        assertThat(model.count(LibraryTab.HEALTH)).isZero();
        assertThat(model.adapters().things().chosen().get().fault()).isEqualTo(AdapterFault.NONE);
        undo.undo();
        assertThat(file).doesNotExist();
        assertThat(model.count(LibraryTab.HEALTH)).isEqualTo(1);
    }

    @Test
    void adaptersAreRelinkedByAListAndThatIsTakenBack() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        Path drive = Files.createDirectories(folder.resolve("other-drive"));
        Files.move(file, drive.resolve("moved.safetensors"));
        Path list =
                Files.writeString(
                        folder.resolve("moved.txt"),
                        style.file() + " -> other-drive/moved.safetensors\nunknown -> nowhere\n");
        model.health().relink(List.of(list));
        assertThat(file).hasSameBinaryContentAs(LORA);
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.of("health.not-relinked", 1));
        undo.undo();
        assertThat(file).doesNotExist();
        model.health().relink(List.of(folder.resolve("none.txt")));
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
    }

    @Test
    void imagesAreFoundLikedAndTakenAway() throws IOException {
        model.drop(List.of(Files.copy(PICTURE, folder.resolve("made.png"))));
        ImagesModel images = model.images();
        model.tab().set(LibraryTab.IMAGES);
        assertThat(images.things().shown()).hasSize(1);
        assertThat(model.count(LibraryTab.IMAGES)).isEqualTo(1);
        images.mark(1);
        assertThat(images.count(ImageFilter.LIKED)).isEqualTo(1);
        images.mark(-1);
        assertThat(images.count(ImageFilter.DISLIKED)).isEqualTo(1);
        images.mark(-1);
        assertThat(images.count(ImageFilter.LIKED) + images.count(ImageFilter.DISLIKED)).isZero();
        images.set(ImageField.TAGS, "dusk");
        model.words().set("dusk");
        assertThat(images.things().shown()).hasSize(1);
        model.words().set("dawn");
        assertThat(images.things().shown()).isEmpty();
        model.words().set("");
        Path file = images.path(images.things().shown().getFirst());
        model.remove();
        assertThat(images.things().shown()).isEmpty();
        assertThat(file).doesNotExist();
        undo.undo();
        assertThat(images.things().shown().getFirst().marks().tags()).containsExactly("dusk");
        assertThat(file).exists();
    }

    @Test
    void readingAgainCanBeStopped() {
        CharacterRecord before = chosen();
        model.rescan()
                .progress()
                .subscribe(now -> {
                    if (now != null) {
                        model.rescan().stop();
                    }
                });
        model.rescan().start();
        assertThat(model.rescan().running().get()).isFalse();
        assertThat(model.rescan().progress().get()).isNull();
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.of("library.rescan-stopped"));
        assertThat(chosen()).isEqualTo(before);
    }

    @Test
    void theFeaturesOfACharacterAreShownOnceTheyWereSeen() throws IOException {
        assertThat(model.details().details().get().analysis()).isNull();
        model.tab().set(LibraryTab.CHARACTERS);
        AnalysisFile.write(
                AnalysisFile.in(
                        Files.createDirectories(folder.resolve("work/characters/ilvara/derived"))),
                new SubjectAnalysis(
                        "ilvara", "", new FeatureLists(30, List.of()), List.of(), List.of(), "p"));
        model.refresh();
        assertThat(model.details().details().get().analysis().prompt()).isEqualTo("p");
    }

    @Test
    void filesThatWereBroughtByHandAreReadAgain() throws IOException {
        Path adapters = Files.createDirectories(folder.resolve("work/adapters"));
        Files.copy(LORA, adapters.resolve("by-hand.safetensors"));
        model.rescan().start();
        assertThat(model.rescan().running().get()).isFalse();
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.GOOD);
        assertThat(model.adapters().things().shown())
                .singleElement()
                .satisfies(
                        item -> assertThat(item.record().file()).isEqualTo("by-hand.safetensors"));
        Files.writeString(adapters.resolve("broken.safetensors"), "no weights");
        model.rescan().start();
        assertThat(toasts.current().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(model.adapters().things().shown()).hasSize(1);
    }
}
