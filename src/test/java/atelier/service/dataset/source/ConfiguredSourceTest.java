package atelier.service.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketOverrides.Resolution;
import atelier.model.dataset.CaptionRule;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.Subset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSourceTest {

    @TempDir Path folder;

    @BeforeEach
    void pictures() throws IOException {
        for (String name :
                List.of("mia/a.png", "mia/10_more/b.png", "woman/c.png", "masks/a.png")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
    }

    private Listing list(String toml) throws IOException {
        return ConfiguredSource.list(
                Files.writeString(folder.resolve("dataset.toml"), toml), false);
    }

    @Test
    void readsEverythingThatSdScriptsKnows() throws IOException {
        Listing listing =
                list(
                        """
                        [general]
                        shuffle_caption = true
                        keep_tokens = 1
                        caption_extension = "txt"
                        bucket_reso_steps = 32

                        [[datasets]]
                        resolution = [768, 512]
                        enable_bucket = true
                        min_bucket_reso = 256
                        max_bucket_reso = 1536
                        bucket_no_upscale = true
                        keep_tokens = 2

                          [[datasets.subsets]]
                          image_dir = "mia"
                          num_repeats = 10
                          class_tokens = "mia woman"
                          caption_prefix = "photo of"
                          caption_suffix = "outside"
                          keep_tokens_separator = "|||"
                          caption_dropout_rate = 0.05
                          caption_dropout_every_n_epochs = 3
                          caption_tag_dropout_rate = 0.1
                          flip_aug = true
                          alpha_mask = true
                          conditioning_data_dir = "masks"

                          [[datasets.subsets]]
                          image_dir = 'woman'
                          is_reg = true
                          shuffle_caption = false

                        [[datasets]]
                        resolution = 1024
                        enable_bucket = false
                          [[datasets.subsets]]
                          image_dir = "mia"
                        """);
        assertThat(listing.notes()).isEmpty();
        BucketOverrides small =
                new BucketOverrides(new Resolution(768, 512), true, 256, 1536, 32, false);
        BucketOverrides large =
                new BucketOverrides(new Resolution(1024, 1024), false, null, null, 32, null);
        assertThat(listing.subsets())
                .extracting(SubsetFiles::subset)
                .containsExactly(
                        new Subset(
                                folder.resolve("mia"),
                                10,
                                false,
                                new CaptionRule(
                                        List.of(".txt"),
                                        "mia woman",
                                        "photo of",
                                        "outside",
                                        true,
                                        2,
                                        "|||",
                                        0.05,
                                        3,
                                        0.1),
                                true,
                                true,
                                folder.resolve("masks"),
                                small),
                        new Subset(
                                folder.resolve("woman"),
                                1,
                                true,
                                new CaptionRule(
                                        List.of(".txt"), "", "", "", false, 2, "", null, 0, null),
                                null,
                                false,
                                null,
                                small),
                        new Subset(
                                folder.resolve("mia"),
                                1,
                                false,
                                new CaptionRule(
                                        List.of(".txt"), "", "", "", true, 1, "", null, 0, null),
                                null,
                                false,
                                null,
                                large));
        assertThat(listing.leftOut())
                .extracting(LeftOut::file)
                .containsOnly(folder.resolve("mia/10_more"));
    }

    @Test
    void readsTheSameAsJson() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("dataset.json"),
                        """
                        {"datasets": [{"subsets": [{"image_dir": "mia", "num_repeats": 3}]}]}
                        """);
        assertThat(ConfiguredSource.list(file, false).subsets())
                .singleElement()
                .satisfies(subset -> assertThat(subset.subset().repeats()).isEqualTo(3));
    }

    @Test
    void whatItDoesNotSayIsAsUsual() throws IOException {
        Subset subset =
                list("[[datasets]]\n[[datasets.subsets]]\nimage_dir = \"mia\"\n")
                        .subsets()
                        .getFirst()
                        .subset();
        assertThat(subset).isEqualTo(Subset.plain(folder.resolve("mia")));
    }

    @Test
    void keysThatAreNotReadAreNamed() throws IOException {
        assertThat(
                        list("""
                        [general]
                        color_aug = true
                        resolutoin = 512
                        [[datasets]]
                        image_dir = "here"
                        batch_size = 4
                        [[datasets.subsets]]
                        image_dir = "mia"
                        resolution = 512
                        [other]
                        """)
                                .notes())
                .satisfiesExactlyInAnyOrder(
                        note -> assertThat(note).contains("color_aug in [general] is known to"),
                        note -> assertThat(note).contains("resolutoin in [general] is no known"),
                        note ->
                                assertThat(note)
                                        .contains("image_dir in [[datasets]] 1 is no known"),
                        note ->
                                assertThat(note)
                                        .contains("batch_size in [[datasets]] 1 is known to"),
                        note ->
                                assertThat(note)
                                        .contains("resolution in [[datasets.subsets]] 1 of"),
                        note -> assertThat(note).contains("other is no known table"));
    }

    @Test
    void aSubsetThatIsNeverShownIsLeftOut() throws IOException {
        Listing listing =
                list("[[datasets]]\n[[datasets.subsets]]\nimage_dir = \"mia\"\nnum_repeats = 0\n");
        assertThat(listing.subsets()).isEmpty();
        assertThat(listing.leftOut().getFirst().reason()).contains("num_repeats = 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "num_repeats = \"ten\" ! num_repeats of [[datasets.subsets]] 1 of [[datasets]] 1 is \"ten\", but it must be a whole number",
                "num_repeats = -1 ! must be a whole number from 0",
                "num_repeats = 99999999999 ! must be a whole number from 0",
                "is_reg = 1 ! must be true or false",
                "caption_dropout_rate = 1.5 ! must be a number from 0 to 1",
                "class_tokens = 3 ! must be a text",
                "num_repeats = ! no sound TOML, see line 4",
                "image_dir = 'twice' ! no sound TOML"
            })
    void whatMakesNoSenseIsNamedWithItsPlace(String line, String says) {
        assertThatThrownBy(() ->
                        list("[[datasets]]\n[[datasets.subsets]]\nimage_dir = \"mia\"\n" + line))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("dataset.toml")
                .hasMessageContaining(says)
                .hasMessageContaining("correct it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'' ! has no [[datasets]]",
                "datasets = 3 ! has no [[datasets]]",
                "[[datasets]] ! has no [[datasets.subsets]]",
                "datasets = [1] ! has no [[datasets.subsets]]",
                "datasets = [{subsets = [1]}] ! is no table",
                "datasets = [{subsets = [{}]}] ! without image_dir",
                "datasets = [{subsets = [{image_dir = 'none'}]}] ! which does not exist",
                "datasets = [{resolution = 'big', subsets = [{image_dir = 'mia'}]}] ! a whole number",
                "datasets = [{resolution = [1, 2, 3], subsets = [{image_dir = 'mia'}]}] ! a whole number"
            })
    void aConfigurationWithoutPicturesIsRefused(String toml, String says) {
        assertThatThrownBy(() -> list(toml))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("dataset.toml")
                .hasMessageContaining(says);
    }

    @Test
    void deepAndLongConfigurationsAreRefused() {
        assertThatThrownBy(() -> list("a = " + "[".repeat(100_000)))
                .isInstanceOf(AtelierException.class);
        assertThatThrownBy(() -> list("#".repeat(2 << 20)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("longer than a megabyte");
    }
}
