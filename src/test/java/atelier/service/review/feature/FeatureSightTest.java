package atelier.service.review.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shares of values against the formula, written anew in double. */
class FeatureSightTest {

    private static final FeatureCategory EYES =
            new FeatureCategory(
                    "eyes",
                    true,
                    List.of("{} eyes", "a face, {} eyes"),
                    "{} eyes",
                    List.of("blue", "brown"));
    private static final FeatureLists LISTS = new FeatureLists(10, List.of(EYES));

    /** Of unlike lengths, as CLIP's are. */
    private static final Map<String, float[]> PLACES =
            Map.of(
                    "blue eyes", new float[] {2, 0},
                    "a face, blue eyes", new float[] {0.3f, 0.4f},
                    "brown eyes", new float[] {0, 1},
                    "a face, brown eyes", new float[] {-3, 4});

    @Test
    void everyFormOfEveryValueIsReadOnce() {
        assertThat(FeatureSight.texts(LISTS))
                .containsExactly(
                        "blue eyes", "a face, blue eyes", "brown eyes", "a face, brown eyes");
    }

    @Test
    void sharesAreTheSoftmaxOfCosinesToTheMeanDirections() {
        // Directions: blue (1, 0) and (0.6, 0.8), brown (0, 1) and (-0.6, 0.8).
        double blue = Math.toDegrees(Math.atan2(0.8, 1.6));
        double brown = Math.toDegrees(Math.atan2(1.8, -0.6));
        double picture = Math.toDegrees(Math.atan2(1, 1));
        double a = Math.exp(10 * Math.cos(Math.toRadians(picture - blue)));
        double b = Math.exp(10 * Math.cos(Math.toRadians(picture - brown)));
        SeenFeatures seen = new FeatureSight(LISTS, PLACES).of(new float[] {7, 7}).getFirst();
        assertThat(seen.category()).isEqualTo("eyes");
        assertThat(seen.shares()).extracting(FeatureShare::value).containsExactly("blue", "brown");
        assertThat(seen.share("blue")).isEqualTo(a / (a + b), within(1e-6));
        assertThat(seen.share("brown")).isEqualTo(b / (a + b), within(1e-6));
        assertThat(seen.share("green")).isZero();
    }

    @Test
    void aSharperLookIsSurer() {
        FeatureLists sharper = new FeatureLists(40, List.of(EYES));
        float[] picture = {7, 7};
        assertThat(new FeatureSight(sharper, PLACES).of(picture).getFirst().share("blue"))
                .isGreaterThan(
                        new FeatureSight(LISTS, PLACES).of(picture).getFirst().share("blue"));
    }

    @Test
    void theBestTwoAreTheSurest() {
        SeenFeatures seen =
                new SeenFeatures(
                        "hair",
                        List.of(
                                new FeatureShare("a", 0.2),
                                new FeatureShare("b", 0.5),
                                new FeatureShare("c", 0.3)));
        assertThat(seen.best()).extracting(FeatureShare::value).containsExactly("b", "c");
    }
}
