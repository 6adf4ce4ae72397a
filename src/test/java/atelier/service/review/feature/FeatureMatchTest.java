package atelier.service.review.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The match of images with a subject against the formula, written anew. */
class FeatureMatchTest {

    private static final FeatureLists LISTS =
            new FeatureLists(
                    100,
                    List.of(
                            category("eyes", true),
                            category("hair", true),
                            category("background", false)));

    private static FeatureCategory category(String name, boolean ofSubject) {
        return new FeatureCategory(
                name, ofSubject, List.of("{} " + name), "{} " + name, List.of("one", "two"));
    }

    /** Shares of the first value in each category. */
    private static List<SeenFeatures> seen(double eyes, double hair, double background) {
        return List.of(seen("eyes", eyes), seen("hair", hair), seen("background", background));
    }

    private static SeenFeatures seen(String category, double first) {
        return new SeenFeatures(
                category,
                List.of(new FeatureShare("one", first), new FeatureShare("two", 1 - first)));
    }

    private static SubjectAnalysis analysis(List<List<SeenFeatures>> pictures) {
        List<PictureFeatures> all =
                Stream.iterate(0, i -> i < pictures.size(), i -> i + 1)
                        .map(i -> new PictureFeatures(i + ".png", "hash" + i, pictures.get(i)))
                        .toList();
        return new SubjectAnalysis("mia", "net", LISTS, FeatureMeans.of(pictures), all, "mia");
    }

    private static double overlap(double p, double q) {
        return Math.sqrt(p * q) + Math.sqrt((1 - p) * (1 - q));
    }

    private static double weight(double q) {
        return 1 + (q * Math.log(q) + (1 - q) * Math.log(1 - q)) / Math.log(2);
    }

    @Test
    void meansAreOverPictures() {
        List<SeenFeatures> means = FeatureMeans.of(List.of(seen(0.2, 1, 0), seen(0.6, 1, 0.5)));
        assertThat(means.get(0).share("one")).isEqualTo(0.4, within(1e-12));
        assertThat(means.get(1).share("one")).isEqualTo(1, within(1e-12));
        assertThat(means.get(2).shares().getFirst().value()).isEqualTo("two");
    }

    @Test
    void anImageMatchesAsMuchAsItsSharesOverlapTheSurerTheMore() {
        FeatureMatch match = new FeatureMatch(analysis(List.of(seen(0.9, 0.7, 0.5))));
        double expected =
                (weight(0.9) * overlap(0.9, 0.4) + weight(0.7) * overlap(0.7, 0.95))
                        / (weight(0.9) + weight(0.7));
        assertThat(match.of(seen(0.4, 0.95, 0))).isEqualTo(expected, within(1e-9));
    }

    @Test
    void itsOwnFeaturesMatchWhollyAndTheBackgroundDoesNotMatter() {
        FeatureMatch match = new FeatureMatch(analysis(List.of(seen(0.9, 0.7, 0.99))));
        assertThat(match.of(seen(0.9, 0.7, 0.01))).isEqualTo(1, within(1e-9));
        assertThat(match.of(seen(0, 0, 0.99))).isLessThan(0.6);
    }

    @Test
    void whatIsDifferentInEachPictureDoesNotCount() {
        FeatureMatch match = new FeatureMatch(analysis(List.of(seen(0.5, 0.9, 1))));
        assertThat(match.of(seen(0.1, 0.9, 1))).isEqualTo(1, within(1e-9));
    }

    @Test
    void ownPicturesAreHeldAgainstTheOthers() {
        List<SeenFeatures> one = seen(0.9, 0.8, 1);
        List<SeenFeatures> two = seen(0.8, 0.7, 1);
        FeatureMatch match = new FeatureMatch(analysis(List.of(one, two)));
        double first = new FeatureMatch(analysis(List.of(two))).of(one);
        double second = new FeatureMatch(analysis(List.of(one))).of(two);
        assertThat(match.among(one, "hash0")).isEqualTo(first, within(1e-9));
        assertThat(match.among(one, "of another file")).isEqualTo(match.of(one), within(1e-9));
        assertThat(match.ownMean().orElseThrow()).isEqualTo((first + second) / 2, within(1e-9));
        assertThat(new FeatureMatch(analysis(List.of(one))).ownMean()).isEmpty();
    }

    @Test
    void thePromptSaysTheSubjectAndWhatMostPicturesShow() {
        assertThat(
                        SuggestedPrompt.of(
                                " mia ", LISTS, FeatureMeans.of(List.of(seen(0.4, 0.7, 0.6)))))
                .isEqualTo("mia, two eyes, one hair, one background");
        List<SeenFeatures> three =
                List.of(
                        seen("eyes", 0.4),
                        seen("hair", 0.7),
                        new SeenFeatures(
                                "background",
                                List.of(
                                        new FeatureShare("one", 0.4),
                                        new FeatureShare("two", 0.3),
                                        new FeatureShare("three", 0.3))));
        assertThat(SuggestedPrompt.of("", LISTS, three)).isEqualTo("two eyes, one hair");
    }
}
