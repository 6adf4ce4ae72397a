package atelier.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.library.ImageField;
import atelier.model.library.ImageRecord;
import atelier.ui.generation.SettingsPng;
import atelier.ui.shell.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Images of the library: what they are worth, and that they become pictures. */
class RatedImagesTest extends OpenLibraryModel {

    /** A picture of the sample character as an image. */
    private ImageRecord image(String name) throws IOException {
        Path file =
                Files.copy(
                        PICTURE.resolveSibling(name),
                        Files.createDirectories(folder.resolve("work/images/day"))
                                .resolve("made.png"));
        ImageRecord image = library.images().index(file);
        model.refresh();
        return image;
    }

    @Test
    void anImageIsGivenStarsAndWords() throws IOException {
        image("01.png");
        ImagesModel images = model.images();
        images.set(ImageField.STARS, "4");
        images.set(ImageField.COMMENT, "the eyes are hers");
        assertThat(images.count(ImageFilter.BEST)).isEqualTo(1);
        images.filter().set(ImageFilter.BEST);
        assertThat(images.things().chosen().get().marks().comment()).isEqualTo("the eyes are hers");
        undo.undo();
        undo.undo();
        assertThat(images.things().shown()).isEmpty();
    }

    @Test
    void anImageBecomesAPictureAndThatIsTakenBack() throws IOException {
        image("02.png");
        model.images().pick(library.characters().get("ilvara"));
        assertThat(library.characters().pictures("ilvara")).hasSize(2);
        assertThat(model.characters().things().chosen().get().pictures()).hasSize(2);
        undo.undo();
        assertThat(library.characters().pictures("ilvara")).hasSize(1);
        model.images().pick(library.characters().get("ilvara"));
        model.images().pick(library.characters().get("ilvara"));
        assertThat(toasts.current().get().tone()).as("it is there").isEqualTo(Tone.DANGER);
    }

    @Test
    void adaptersShowWhatTheirImagesAreWorth() throws IOException {
        style();
        assertThat(model.adapters().things().shown().getFirst().rating().isKnown()).isFalse();
        Path file =
                Files.write(
                        Files.createDirectories(folder.resolve("work/images")).resolve("fox.png"),
                        SettingsPng.of("a fox <lora:kohya_ldm:1>\nSteps: 1, Seed: 2, Size: 8x8"));
        library.images().index(file);
        model.refresh();
        model.images().set(ImageField.STARS, "5");
        model.refresh();
        assertThat(model.adapters().things().shown().getFirst().rating().stars())
                .isEqualTo((15 + 5) / 6.0);
    }
}
