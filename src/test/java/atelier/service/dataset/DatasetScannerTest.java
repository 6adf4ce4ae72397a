package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketRule;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetOptions;
import atelier.model.dataset.DatasetOrder;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.service.dataset.caption.CaptionText;
import atelier.service.dataset.caption.Captions;
import atelier.service.storage.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetScannerTest {

    @TempDir Path folder;

    private Dataset scan() {
        return scan(folder);
    }

    private static Dataset scan(Path source) {
        return new DatasetScanner(new PictureReader())
                .scan(order(source), ProgressListener.NONE, new CancelToken());
    }

    private static DatasetOrder order(Path source) {
        return new DatasetOrder(source, "mirza", DatasetOptions.USUAL, null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void findsPicturesOfEveryFormatWithTheirCaptions() throws IOException {
        DrawnPictures.into(folder);
        write("picture-01.txt", "\ufeffa tree\n  in the  rain \n");
        write("picture-02.CAPTION", "Mirza at home");
        write("picture-03.txt", "");

        Dataset dataset = scan();

        assertThat(dataset.pictures()).hasSize(DrawnPictures.COUNT);
        assertThat(dataset.pictures())
                .extracting(DatasetPicture::caption)
                .startsWith("mirza", "mirza, a tree in the rain", "Mirza at home", "mirza");
        assertThat(dataset.pictures()).extracting(DatasetPicture::file).isSorted();
        assertThat(dataset.pictures().getFirst().width()).isEqualTo(DrawnPictures.width(0));
        assertThat(dataset.pictures().getFirst().height()).isEqualTo(DrawnPictures.height(0));
        assertThat(dataset.leftOut()).isEmpty();
    }

    @Test
    void saysWhatItLeavesOutAndWhy() throws IOException {
        DrawnPictures.into(folder);
        write(".hidden.png", "x");
        write("notes.pdf", "%PDF");
        write("damaged.png", "");
        write("lonely.txt", "nobody");
        Files.createDirectory(folder.resolve("more"));

        assertThat(scan().leftOut())
                .extracting(left -> left.file().getFileName() + ": " + left.reason())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith(".hidden.png").contains("is hidden"),
                        text -> assertThat(text).startsWith("notes.pdf").contains("not a picture"),
                        text -> assertThat(text).startsWith("damaged.png"),
                        text -> assertThat(text).startsWith("lonely.txt").contains("no picture"),
                        text -> assertThat(text).startsWith("more").contains("is a folder"));
    }

    @Test
    void wantsTenPicturesThatCanBeRead() throws IOException {
        DrawnPictures.into(folder);
        for (int i = 9; i < DrawnPictures.COUNT; i++) {
            Files.delete(DrawnPictures.file(folder, i));
        }
        write("damaged.png", "");
        assertThatThrownBy(this::scan)
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("holds 9 pictures that can be read")
                .hasMessageContaining("damaged.png")
                .hasMessageContaining("at least 10");
    }

    @Test
    void refusesAFolderThatIsNoneOrMissing() throws IOException {
        write("file", "");
        assertThatThrownBy(() -> scan(folder.resolve("file"))).hasMessageContaining("is a file");
        assertThatThrownBy(() -> scan(folder.resolve("none")))
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesCaptionsThatContradictEachOtherOrAreNoText() throws IOException {
        DrawnPictures.into(folder);
        write("picture-01.txt", "a cat");
        write("picture-01.caption", "a dog");
        assertThatThrownBy(this::scan)
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("picture-01.caption")
                .hasMessageContaining("picture-01.txt");
        write("picture-01.caption", "a  cat");
        assertThat(scan().pictures().get(1).caption()).isEqualTo("mirza, a cat");
        Files.write(folder.resolve("picture-02.txt"), new byte[] {'a', (byte) 0xff});
        assertThatThrownBy(this::scan).hasMessageContaining("picture-02.txt is no UTF-8");
    }

    @Test
    void stopsBetweenFiles() throws IOException {
        DrawnPictures.into(folder);
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() ->
                        new DatasetScanner(new PictureReader())
                                .scan(order(folder), ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void triggersCountAsWordsOfTheirOwnInAnyCase() {
        assertThat(CaptionText.withTrigger("a SKS dog", "sks")).isEqualTo("a SKS dog");
        assertThat(CaptionText.withTrigger("asks a dog", "sks")).isEqualTo("sks, asks a dog");
        assertThat(CaptionText.withTrigger("Мурка спит", "мурка")).isEqualTo("Мурка спит");
        assertThat(CaptionText.withTrigger("a.b", ".")).isEqualTo("., a.b");
    }

    @Test
    void rulesScaleWithTheResolution() {
        Buckets small = new Buckets(BucketRule.of(128, true));
        assertThat(small.predefined())
                .containsExactly(
                        new Buckets.Size(64, 192),
                        new Buckets.Size(64, 256),
                        new Buckets.Size(128, 128),
                        new Buckets.Size(192, 64),
                        new Buckets.Size(256, 64));
        assertThat(small.frame(640, 480)).isEqualTo(new Framing(128, 128, 171, 128));
        assertThat(new Buckets(BucketRule.of(1024, true)).predefined()).hasSize(41);
    }

    @Test
    void refusesPicturesTooSmallWhereNothingIsEnlarged() {
        assertThatThrownBy(() -> new Buckets(BucketRule.of(1024, false)).frame(63, 900))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("63 × 900");
    }

    @Test
    void tellsCaptionsAndNamesByTheLastDot() {
        List<String> endings = List.of(".txt");
        assertThat(Captions.isCaption(Path.of("a.TXT"), endings)).isTrue();
        assertThat(Captions.isCaption(Path.of("a.text"), endings)).isFalse();
        assertThat(
                        Stream.of("d.e/a.b.png", "d.e/a", ".png", "a\n.b\n.png")
                                .map(Path::of)
                                .map(Captions::stem))
                .containsExactly(
                        Path.of("d.e/a.b"), Path.of("d.e/a"), Path.of(".png"), Path.of("a\n.b\n"));
    }
}
