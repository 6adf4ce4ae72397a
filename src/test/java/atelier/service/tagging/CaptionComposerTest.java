package atelier.service.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.ExistingCaptions;
import atelier.model.dataset.TaggingWish;
import atelier.service.dataset.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionComposerTest {

    private static final TaggingWish USUAL = TaggingWish.usual("");
    private static final List<FoundTag> FOUND =
            List.of(
                    new FoundTag("long_hair", false, 0.9),
                    new FoundTag("hatsune_miku", true, 0.84),
                    new FoundTag("^_^", false, 0.6),
                    new FoundTag("smile", false, 0.36),
                    new FoundTag("hat", false, 0.34));

    @TempDir private Path folder;

    private String caption(TaggingWish wish, String existing) throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "pixels");
        Path caption = folder.resolve("a.txt");
        DatasetPicture picture =
                Pictures.of(file, existing.isEmpty() ? null : Files.writeString(caption, existing));
        return new CaptionComposer(wish).caption(picture, FOUND);
    }

    @Test
    void tagsOfWhichOneIsSureAreWrittenInTheirOrder() throws IOException {
        assertThat(caption(USUAL, "")).isEqualTo("long hair, ^_^, smile");
        assertThat(caption(USUAL.atLeast(0.3), "")).isEqualTo("long hair, ^_^, smile, hat");
        assertThat(caption(USUAL.atLeast(0.7), "")).isEqualTo("long hair");
    }

    @Test
    void charactersHaveAThresholdOfTheirOwn() throws IOException {
        assertThat(
                        caption(
                                new TaggingWish(
                                        "", 0.7, 0.8, List.of(), true, ExistingCaptions.KEEP),
                                ""))
                .isEqualTo("long_hair, hatsune_miku");
    }

    @Test
    void theTriggerStandsFirstAndUnwantedTagsAreLeftOut() throws IOException {
        assertThat(
                        caption(
                                new TaggingWish(
                                        "mia",
                                        0.35,
                                        0.85,
                                        List.of("Long hair", "^_^"),
                                        false,
                                        ExistingCaptions.KEEP),
                                ""))
                .isEqualTo("mia, smile");
    }

    @Test
    void whatACaptionSaysAlreadyIsNotSaidAgain() throws IOException {
        assertThat(caption(USUAL.with(ExistingCaptions.ADD), "by a yurt, Long Hair"))
                .isEqualTo("by a yurt, Long Hair, ^_^, smile");
        assertThat(caption(USUAL.with(ExistingCaptions.REPLACE), "by a yurt"))
                .isEqualTo("long hair, ^_^, smile");
    }
}
