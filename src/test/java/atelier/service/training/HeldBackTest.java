package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.dataset.Subset;
import atelier.service.dataset.FramedPicture;
import atelier.service.dataset.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldBackTest {

    private static final Framing FRAMING = new Framing(64, 64, 64, 64);

    private static FramedPicture picture(int number, boolean regularisation) {
        Subset subset = Subset.repeated(Path.of("data"), 1, "man", regularisation);
        DatasetPicture plain = Pictures.of(Path.of(number + ".png"), null);
        return new FramedPicture(
                new DatasetPicture(
                        plain.file(),
                        "hash-" + number,
                        64,
                        64,
                        "",
                        null,
                        0,
                        subset,
                        plain.measures()),
                FRAMING);
    }

    private static List<FramedPicture> pictures(int count) {
        return IntStream.range(0, count).mapToObj(i -> picture(i, false)).toList();
    }

    @Test
    void everyPictureIsInOnePart() {
        List<FramedPicture> pictures = pictures(14);
        HeldBack divided = HeldBack.of(pictures, 4, 0, false);
        assertThat(divided.heldBack()).hasSize(4);
        assertThat(divided.trained()).hasSize(10).doesNotContainAnyElementsOf(divided.heldBack());
        assertThat(divided.trained())
                .isEqualTo(pictures.stream().filter(p -> !divided.heldBack().contains(p)).toList());
        assertThat(HeldBack.of(pictures, 0, 0, false).trained()).isEqualTo(pictures);
    }

    @Test
    void theSeedAndTheContentChoose() {
        List<FramedPicture> pictures = pictures(20);
        HeldBack divided = HeldBack.of(pictures, 4, 0, false);
        assertThat(HeldBack.of(pictures.reversed(), 4, 0, false).heldBack())
                .containsExactlyInAnyOrderElementsOf(divided.heldBack());
        assertThat(HeldBack.of(pictures, 4, 1, false).heldBack())
                .doesNotContainSequence(divided.heldBack());
    }

    @Test
    void regularisationPicturesAreNeverHeldBack() {
        List<FramedPicture> pictures = new ArrayList<>(pictures(11));
        for (int i = 100; i < 140; i++) {
            pictures.add(picture(i, true));
        }
        assertThat(HeldBack.of(pictures, 1, 0, false).heldBack())
                .allMatch(framed -> !framed.picture().subset().regularisation());
    }

    /** One picture may be there at several sizes. */
    @Test
    void allSizesOfAPictureAreOnOneSide() {
        List<FramedPicture> pictures = new ArrayList<>(pictures(12));
        pictures(12)
                .forEach(framed ->
                        pictures.add(
                                new FramedPicture(
                                        framed.picture(), new Framing(128, 128, 128, 128))));
        HeldBack divided = HeldBack.of(pictures, 2, 0, false);
        assertThat(divided.heldBack()).hasSize(4);
        assertThat(divided.heldBack().stream().map(FramedPicture::picture).distinct()).hasSize(2);
    }

    @Test
    void enoughMustBeLeftToTrainOn() {
        assertThatThrownBy(() -> HeldBack.of(pictures(12), 3, 0, false))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("9 of 12 pictures are left")
                .hasMessageContaining("at least 10");
        assertThat(HeldBack.of(pictures(3), 2, 0, true).trained()).hasSize(1);
        assertThatThrownBy(() -> HeldBack.of(pictures(3), 5, 0, true))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("0 of 3 pictures are left");
    }
}
