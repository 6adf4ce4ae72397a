package atelier.service.review.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of one's own, and those that come along. */
class FeatureListsFileTest {

    private static final String OWN =
            """
            {"format": 1, "lists": {"sharpness": 50, "categories": [
              {"name": "ears", "ofSubject": true, "asked": ["{} ears"], "said": "{} ears",
               "values": ["large", "small"]}]}}
            """;

    @TempDir private Path folder;

    private FeatureLists read(String text) throws IOException {
        return FeatureListsFile.read(Files.writeString(folder.resolve("own.json"), text));
    }

    @Test
    void whatComesAlongHasAllThatPeopleAskFor() {
        assertThat(FeatureListsFile.read(null).categories())
                .extracting(FeatureCategory::name)
                .contains(
                        "face shape",
                        "eyes",
                        "facial hair",
                        "hairstyle",
                        "clothing colour",
                        "style",
                        "expression",
                        "background");
    }

    @Test
    void whatComesAlongIsWrittenToBeEdited() {
        Path file = folder.resolve("mine.json");
        FeatureListsFile.writeUsual(file);
        assertThat(FeatureListsFile.read(file)).isEqualTo(FeatureListsFile.usual());
    }

    @Test
    void ownListsAreRead() throws IOException {
        FeatureLists own = read(OWN);
        assertThat(own.sharpness()).isEqualTo(50);
        assertThat(own.categories().getFirst().values()).containsExactly("large", "small");
    }

    @Test
    void slipsAreNamed() {
        refused(OWN.replace("\"{} ears\"]", "\"ears\"]"), "\"ears\" must have the gap {}");
        refused(OWN.replace(", \"small\"", ""), "at least two values");
        refused(OWN.replace("small", "large"), "unlike each other");
        refused(OWN.replace("50", "0"), "sharpness");
        refused(OWN.replace("\"ears\",", "\" \","), "must have a name");
        refused(OWN.replaceFirst("\\[\\s*\\{(?s:.)*}]", "[]"), "at least one category");
        refused(OWN.replace("\"said\"", "\"told\""), "is damaged");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("own.json")
                .hasMessageContaining(why);
    }
}
