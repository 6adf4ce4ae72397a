package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterState;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthGrade;
import atelier.model.library.HealthReport;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ImageQuery;
import atelier.model.library.ItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthServiceTest extends OpenLibrary {

    private HealthReport check(boolean thorough) {
        return library.health().check(thorough, ProgressListener.NONE, new CancelToken());
    }

    private List<HealthTrouble> troubles() {
        return check(true).findings().stream().map(HealthFinding::trouble).toList();
    }

    private void repair() {
        check(true).findings().forEach(library.health()::repair);
    }

    private void undo(ItemKind kind, String item) {
        library.history().undo(library.history().newest(kind, item));
    }

    private AdapterRecord style() {
        return library.adapters().add(LORA, AdapterType.STYLE, "inkwash", "", "test");
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Test
    void aSoundLibraryHasNoFindingsAndLookingChangesNothing() throws IOException {
        add(mia(), drawn());
        style();
        library.images().index(image("a.png", 1));
        List<String> before = content();
        HealthReport report = check(true);
        assertThat(report.findings()).isEmpty();
        assertThat(report.items())
                .as("a character, 10 pictures, an adapter, an image")
                .isEqualTo(13);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aFileThatMovedIsLinkedAgainAndThatIsTakenBack() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        Path moved = Files.createDirectories(workspace.models()).resolve("other.safetensors");
        Files.move(file, moved);
        HealthFinding finding = check(false).findings().getFirst();
        assertThat(finding.trouble()).isEqualTo(HealthTrouble.FILE_MOVED);
        assertThat(finding.detail()).isEqualTo("models/other.safetensors");
        library.health().repair(finding);
        assertThat(file).hasSameBinaryContentAs(LORA);
        assertThat(moved).as("what was found stays").exists();
        assertThat(troubles()).isEmpty();
        undo(ItemKind.ADAPTER, style.file());
        assertThat(file).doesNotExist();
        assertThat(troubles()).containsExactly(HealthTrouble.FILE_MOVED);
    }

    @Test
    void aFileThatWasRenamedInItsFolderGetsItsNameAgain() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        Path renamed = Files.move(file, file.resolveSibling("renamed.safetensors"));
        assertThat(troubles()).containsExactly(HealthTrouble.FILE_MOVED);
        repair();
        assertThat(file).exists();
        assertThat(renamed).doesNotExist();
        assertThat(troubles()).isEmpty();
    }

    @Test
    void anotherFileIsNotLinked() throws IOException {
        AdapterRecord style = style();
        Path other = Files.writeString(folder.resolve("other.safetensors"), "another one");
        assertThatThrownBy(() -> library.adapters().relink(style.file(), other, "test"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is another file than kohya_ldm was");
    }

    @Test
    void anAdapterWithoutItsFileGoesToTheTrashAndComesBack() throws IOException {
        AdapterRecord style = style();
        Files.delete(library.adapters().path(style));
        assertThat(check(false).count(HealthGrade.BROKEN)).isEqualTo(1);
        assertThat(check(false).safe()).as("its owner must want it").isEmpty();
        repair();
        assertThat(library.adapters().all()).isEmpty();
        undo(ItemKind.ADAPTER, style.file());
        assertThat(library.adapters().get(style.file())).isEqualTo(style);
    }

    @Test
    void aFileThatIsCutOffIsReplacedByACopyThatIsFound() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        byte[] half = Arrays.copyOf(bytes(LORA), (int) (Files.size(LORA) / 2));
        Files.write(file, half);
        HealthFinding damaged = check(false).findings().getFirst();
        assertThat(damaged.trouble()).isEqualTo(HealthTrouble.FILE_DAMAGED);
        assertThat(damaged.detail()).isNotBlank();
        Path run = Files.createDirectories(workspace.runs().resolve("20260501-ink"));
        Files.copy(LORA, run.resolve("ink.safetensors"));
        assertThat(troubles()).containsExactly(HealthTrouble.COPY_FOUND);
        repair();
        assertThat(file).hasSameBinaryContentAs(LORA);
        assertThat(troubles()).isEmpty();
        undo(ItemKind.ADAPTER, style.file());
        assertThat(bytes(file)).as("what lay there was not lost").isEqualTo(half);
    }

    @Test
    void aChangedContentIsFoundByAThoroughLookAloneAndAccepted() throws IOException {
        AdapterRecord style = style();
        Path file = library.adapters().path(style);
        byte[] changed = bytes(LORA);
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);
        assertThat(check(false).findings()).isEmpty();
        assertThat(troubles()).containsExactly(HealthTrouble.FILE_CHANGED);
        repair();
        assertThat(troubles()).isEmpty();
        assertThat(library.adapters().get(style.file()).sha256()).isNotEqualTo(style.sha256());
        undo(ItemKind.ADAPTER, style.file());
        assertThat(library.adapters().get(style.file())).isEqualTo(style);
        assertThat(troubles()).containsExactly(HealthTrouble.FILE_CHANGED);
    }

    @Test
    void aTriggerIsTakenFromTheCharacterWhereItIsKnown() throws IOException {
        String slug = mia();
        AdapterRecord portrait =
                library.adapters().add(LORA, AdapterType.PORTRAIT, "someone", slug, "test");
        // As a card that was written by hand.
        Card.ofAdapters()
                .write(
                        AdapterLibrary.card(library.adapters().path(portrait)),
                        portrait.with(AdapterField.TRIGGER, ""));
        rescan();
        HealthFinding finding = check(false).findings().getFirst();
        assertThat(finding.trouble()).isEqualTo(HealthTrouble.TRIGGER_KNOWN);
        assertThat(finding.detail()).isEqualTo("mia ёж");
        repair();
        assertThat(library.adapters().get(portrait.file()).trigger()).isEqualTo("mia ёж");
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aStyleWithSeveralWordsIsLeftToItsOwner() {
        AdapterRecord style = style();
        Card.ofAdapters()
                .write(
                        AdapterLibrary.card(library.adapters().path(style)),
                        style.with(AdapterField.TRIGGER, "two words"));
        rescan();
        HealthFinding finding = check(false).findings().getFirst();
        assertThat(finding.trouble()).isEqualTo(HealthTrouble.TRIGGER_WORDS);
        assertThat(finding.trouble().canBeRepaired()).isFalse();
        library.health().repair(finding);
        assertThat(library.adapters().get(style.file()).trigger()).isEqualTo("two words");
    }

    @Test
    void aFileThatIsNotListedIsTakenInAndASecondCopyGoesToTheTrash() throws IOException {
        AdapterRecord style = style();
        Path copy = Files.copy(LORA, workspace.adapters().resolve("z.safetensors"));
        Files.writeString(workspace.adapters().resolve("notes.safetensors"), "no adapter");
        assertThat(troubles()).containsExactly(HealthTrouble.UNLISTED);
        repair();
        assertThat(library.adapters().all()).hasSize(2);
        assertThat(troubles()).containsExactly(HealthTrouble.STORED_TWICE);
        repair();
        assertThat(library.adapters().all()).containsExactly(style);
        assertThat(copy).doesNotExist();
        undo(ItemKind.ADAPTER, "z.safetensors");
        assertThat(copy).hasSameBinaryContentAs(LORA);
    }

    @Test
    void picturesThatCameOrWentAreTakenIntoTheIndex() throws IOException {
        String slug = mia();
        add(slug, drawn());
        Path originals = workspace.originals(slug);
        Files.move(originals.resolve("picture-00.png"), originals.resolve("renamed.png"));
        assertThat(troubles())
                .containsExactly(HealthTrouble.PICTURES_GONE, HealthTrouble.PICTURES_DIFFER);
        library.health().repair(check(false).findings().getFirst());
        assertThat(library.characters().pictures(slug))
                .hasSize(10)
                .anyMatch(picture -> picture.name().equals("renamed.png"));
        assertThat(troubles()).isEmpty();
        Files.write(originals.resolve("renamed.png"), new byte[] {1, 2, 3});
        assertThat(troubles()).containsExactly(HealthTrouble.PICTURES_DIFFER);
    }

    @Test
    void aCharacterThatIsCompletedWithoutAnAdapterIsSetToErrorAndBack() throws IOException {
        String slug = mia();
        add(slug, drawn());
        become(slug, CharacterState.READY);
        become(slug, CharacterState.TRAINING);
        become(slug, CharacterState.COMPLETED);
        assertThat(troubles()).containsExactly(HealthTrouble.NO_ADAPTER);
        repair();
        assertThat(library.characters().get(slug).state()).isEqualTo(CharacterState.ERROR);
        assertThat(troubles()).isEmpty();
        undo(ItemKind.CHARACTER, slug);
        assertThat(library.characters().get(slug).state()).isEqualTo(CharacterState.COMPLETED);
    }

    @Test
    void imagesThatCameOrWentAreTakenIntoTheIndex() throws IOException {
        Path gone = image("gone.png", 1);
        library.images().index(gone);
        Files.delete(gone);
        image("new.png", 2);
        assertThat(troubles()).containsExactly(HealthTrouble.IMAGES_GONE, HealthTrouble.IMAGES_NEW);
        repair();
        assertThat(library.images().find(ImageQuery.of("", 9)))
                .singleElement()
                .satisfies(image -> assertThat(image.file()).endsWith("new.png"));
        assertThat(troubles()).isEmpty();
    }
}
