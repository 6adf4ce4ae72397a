package atelier.service.dataset.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.adapter.TagCount;
import atelier.model.dataset.DatasetPicture;
import atelier.service.dataset.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionEditorTest {

    @TempDir private Path folder;

    private DatasetPicture picture(String name, String caption) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".png"), "pixels of " + name);
        if (caption.isEmpty()) {
            return Pictures.of(file, null);
        }
        return Pictures.of(file, Files.writeString(folder.resolve(name + ".caption"), caption));
    }

    private String caption(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static List<CaptionChange> addTrigger(List<DatasetPicture> pictures, String trigger) {
        return CaptionEditor.changes(pictures, new CaptionEdit.AddTrigger(trigger));
    }

    private static List<CaptionChange> replace(
            List<DatasetPicture> pictures, String phrase, String with) {
        return CaptionEditor.changes(pictures, new CaptionEdit.Replace(phrase, with));
    }

    private static CaptionChange set(List<DatasetPicture> pictures, String name, String text) {
        return CaptionEditor.changes(pictures, new CaptionEdit.Set(Path.of(name), text)).getFirst();
    }

    @Test
    void writesIntoTheFileThatThereIsOrANewOne() throws IOException {
        List<DatasetPicture> pictures = List.of(picture("a", "old  words"), picture("b.c", ""));
        List<CaptionChange> changes =
                List.of(set(pictures, "a.png", "new words"), set(pictures, "b.c.txt", "words"));
        assertThat(changes)
                .containsExactly(
                        new CaptionChange(folder.resolve("a.caption"), "old  words", "new words"),
                        new CaptionChange(folder.resolve("b.c.txt"), null, "words"));
        assertThat(caption("a.caption")).isEqualTo("old  words");
        CaptionChanges.apply(changes);
        assertThat(caption("a.caption")).isEqualTo("new words");
        assertThat(caption("b.c.txt")).isEqualTo("words");

        CaptionChanges.undo(changes);
        assertThat(caption("a.caption")).isEqualTo("old  words");
        assertThat(folder.resolve("b.c.txt")).doesNotExist();
        assertThat(caption("a.png")).isEqualTo("pixels of a");
    }

    @Test
    void theCaptionToSetMustBeOneAndOnlyOne() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        List<DatasetPicture> pictures = List.of(picture("a", "x"), picture("more/a", "y"));
        assertThatThrownBy(() -> set(pictures, "c.png", "text"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("No picture that is trained on is c.png");
        assertThatThrownBy(() -> set(pictures, "a.png", "text"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("2 captions are called a.png")
                .hasMessageContaining("name the folder");
        assertThat(set(pictures, "more/a.png", "text").before()).isEqualTo("y");
    }

    @Test
    void addsTheTriggerWhereItLacks() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "a woman"),
                        picture("b", "Mia, laughing"),
                        picture("c", ""),
                        Pictures.regularisation(picture("d", "a woman")));
        assertThat(addTrigger(pictures, " mia "))
                .extracting(CaptionChange::after)
                .containsExactly("mia, a woman", "mia");
        assertThatThrownBy(() -> new CaptionEdit.AddTrigger(" "))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("trigger to add is empty");
    }

    @Test
    void replacesPhrasesAsWordsOfTheirOwn() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "mia, Red Hair, street"),
                        picture("b", "mia, red hairband"),
                        picture("c", "a girl with red hair"));
        List<CaptionChange> changes = replace(pictures, "red hair", "$1 auburn");
        assertThat(changes)
                .extracting(CaptionChange::after)
                .containsExactly("mia, $1 auburn, street", "a girl with $1 auburn");
        CaptionChanges.apply(changes);
        assertThat(replace(pictures, "$1 auburn", ""))
                .extracting(CaptionChange::after)
                .containsExactly("mia, street", "a girl with");
        assertThat(replace(pictures, "steppe", "x")).isEmpty();
        assertThatThrownBy(() -> new CaptionEdit.Replace(" ", "x"))
                .isInstanceOf(AtelierException.class);
    }

    @Test
    void removesWholeTagsOnly() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "mia, HAT , smile"),
                        picture("b", "mia, red hat,smile"),
                        picture("c", "hat"));
        assertThat(CaptionEditor.changes(pictures, new CaptionEdit.Remove("hat")))
                .extracting(CaptionChange::after)
                .containsExactly("mia, smile", "");
    }

    /** Lines, their ends and what an edit does not concern stay. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a hat\\r\\n' | 'mia, a hat\\r\\n' | 'a cap\\r\\n' | 'mia\\r\\n'",
                "'a hat,  x\\n a  dog\\n' | 'mia, a hat,  x\\n a  dog\\n' | 'a cap, x\\n a  dog\\n' | 'mia\\n'",
                "'\\r\\nthe hat' | '\\r\\nmia, the hat' | '\\r\\nthe cap' | mia",
                "'a, hat\\r\\r\\n\\n' | 'mia, a, hat\\r\\r\\n\\n' | 'a, cap\\r\\r\\n\\n' | 'mia\\n'"
            })
    void linesAndTheirEndsStay(String text, String added, String replaced, String set)
            throws IOException {
        List<DatasetPicture> pictures = List.of(picture("a", ends(text)));
        assertThat(addTrigger(pictures, "mia").getFirst().after()).isEqualTo(ends(added));
        assertThat(replace(pictures, "hat", "cap").getFirst().after()).isEqualTo(ends(replaced));
        assertThat(set(pictures, "a.png", "mia").after()).isEqualTo(ends(set));
    }

    private static String ends(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    @Test
    void aByteOrderMarkStaysThereAndBack() throws IOException {
        Path file = folder.resolve("a.caption");
        List<DatasetPicture> pictures = List.of(picture("a", "\ufeffa hat, Ёлка\r\n"));
        List<CaptionChange> changes = replace(pictures, "ёлка", "ель");
        assertThat(changes.getFirst().before()).isEqualTo("a hat, Ёлка\r\n");
        CaptionChanges.apply(changes);
        assertThat(file).hasContent("\ufeffa hat, ель\r\n");
        assertThat(Files.readString(file)).isEqualTo("\ufeffa hat, ель\r\n");
        CaptionChanges.undo(changes);
        assertThat(Files.readString(file)).isEqualTo("\ufeffa hat, Ёлка\r\n");
    }

    @Test
    void twoPicturesOfOneCaptionChangeItOnce() throws IOException {
        DatasetPicture one = picture("a", "cat");
        assertThat(replace(List.of(one, one), "cat", "cat cat"))
                .extracting(CaptionChange::after)
                .containsExactly("cat cat");
    }

    @Test
    void undoesNothingWhereOneWasChangedSince() throws IOException {
        List<DatasetPicture> pictures = List.of(picture("a", "cat"), picture("b", "cat"));
        List<CaptionChange> changes = replace(pictures, "cat", "dog");
        CaptionChanges.apply(changes);
        Files.writeString(folder.resolve("a.caption"), "third");
        assertThatThrownBy(() -> CaptionChanges.undo(changes))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("a.caption was changed since");
        assertThat(caption("a.caption")).isEqualTo("third");
        assertThat(caption("b.caption")).isEqualTo("dog");
        // As after a process that was killed before it came to the first.
        Files.writeString(folder.resolve("a.caption"), "cat");
        CaptionChanges.undo(changes);
        assertThat(caption("a.caption")).isEqualTo("cat");
        assertThat(caption("b.caption")).isEqualTo("cat");
    }

    @Test
    void writesNothingWhereACaptionChangedMeanwhile() throws IOException {
        List<DatasetPicture> pictures = List.of(picture("a", "cat"), picture("b", "cat"));
        List<CaptionChange> changes = replace(pictures, "cat", "dog");
        Files.writeString(folder.resolve("b.caption"), "cat, tree");
        assertThatThrownBy(() -> CaptionChanges.apply(changes))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("b.caption was changed meanwhile");
        assertThat(caption("a.caption")).isEqualTo("cat");
    }

    @Test
    void aFailureInTheMiddleLeavesAllAsItWas() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "cat"),
                        Pictures.of(folder.resolve("gone").resolve("b.png"), null));
        List<CaptionChange> changes = addTrigger(pictures, "mia");
        assertThatThrownBy(() -> CaptionChanges.apply(changes))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("does not exist");
        assertThat(caption("a.caption")).isEqualTo("cat");
        assertThat(CaptionChanges.anyWritten(changes)).isFalse();
    }

    @Test
    void countsInHowManyCaptionsATagStands() {
        List<String> captions = List.of("mia, steppe", "mia, smiling, mia", "mia,, steppe ", "");
        assertThat(Tags.ranked(captions))
                .containsExactly(
                        new TagCount("mia", 3),
                        new TagCount("steppe", 2),
                        new TagCount("smiling", 1));
        assertThat(Tags.of(" a , ,b")).containsExactly("a", "b");
    }
}
