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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionEditorTest {

    @TempDir Path folder;

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

    @Test
    void writesIntoTheFileThatThereIsOrANewOne() throws IOException {
        DatasetPicture captioned = picture("a", "old  words");
        DatasetPicture plain = picture("b.c", "");
        CaptionChange first = CaptionEditor.write(captioned, "new words");
        CaptionChange second = CaptionEditor.write(plain, "words");
        assertThat(first)
                .isEqualTo(
                        new CaptionChange(folder.resolve("a.caption"), "old  words", "new words"));
        assertThat(second).isEqualTo(new CaptionChange(folder.resolve("b.c.txt"), null, "words"));
        assertThat(caption("a.caption")).isEqualTo("new words");
        assertThat(caption("b.c.txt")).isEqualTo("words");

        CaptionEditor.undo(List.of(first, second));
        assertThat(caption("a.caption")).isEqualTo("old  words");
        assertThat(folder.resolve("b.c.txt")).doesNotExist();
        assertThat(caption("a.png")).isEqualTo("pixels of a");
    }

    @Test
    void addsTheTriggerWhereItLacks() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "a woman"),
                        picture("b", "Mia, laughing"),
                        picture("c", ""),
                        Pictures.regularisation(picture("d", "a woman")));
        List<CaptionChange> changes = CaptionEditor.addTrigger(pictures, "mia");
        assertThat(changes).extracting(CaptionChange::after).containsExactly("mia, a woman", "mia");
        assertThat(caption("b.caption")).isEqualTo("Mia, laughing");
        assertThat(caption("d.caption")).isEqualTo("a woman");
        CaptionEditor.undo(changes);
        assertThat(caption("a.caption")).isEqualTo("a woman");
        assertThat(folder.resolve("c.txt")).doesNotExist();
    }

    @Test
    void replacesPhrasesAsWordsOfTheirOwn() throws IOException {
        List<DatasetPicture> pictures =
                List.of(
                        picture("a", "mia, Red Hair, street"),
                        picture("b", "mia, red hairband"),
                        picture("c", "a girl with red hair"));
        List<CaptionChange> changes = CaptionEditor.replace(pictures, "red hair", "$1 auburn");
        assertThat(changes)
                .extracting(CaptionChange::after)
                .containsExactly("mia, $1 auburn, street", "a girl with $1 auburn");
        assertThat(CaptionEditor.replace(pictures, "$1 auburn", ""))
                .extracting(CaptionChange::after)
                .containsExactly("mia, street", "a girl with");
        assertThat(CaptionEditor.replace(pictures, "steppe", "x")).isEmpty();
        assertThatThrownBy(() -> CaptionEditor.replace(pictures, " ", "x"))
                .isInstanceOf(AtelierException.class);
    }

    @Test
    void twoPicturesOfOneCaptionChangeItOnce() throws IOException {
        DatasetPicture one = picture("a", "cat");
        assertThat(CaptionEditor.replace(List.of(one, one), "cat", "cat cat"))
                .extracting(CaptionChange::after)
                .containsExactly("cat cat");
    }

    @Test
    void undoesNothingThatWasChangedSince() throws IOException {
        CaptionChange change = CaptionEditor.write(picture("a", "first"), "second");
        Files.writeString(change.file(), "third");
        assertThatThrownBy(() -> CaptionEditor.undo(List.of(change)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("was changed since");
        assertThat(caption("a.caption")).isEqualTo("third");
    }

    @Test
    void aFailureInTheMiddleLeavesAllAsItWas() throws IOException {
        List<DatasetPicture> pictures = new ArrayList<>();
        pictures.add(picture("a", "cat"));
        Path gone = folder.resolve("gone");
        pictures.add(Pictures.of(gone.resolve("b.png"), null));
        assertThatThrownBy(() -> CaptionEditor.addTrigger(pictures, "mia"))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("does not exist");
        assertThat(caption("a.caption")).isEqualTo("cat");
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
