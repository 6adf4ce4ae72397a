package atelier.service.starter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.service.review.score.Cosines;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessScoreTest {

    private static LikenessScore score(
            double base, double adapted, double baseWithout, double adaptedWithout) {
        return new LikenessScore("test", base, adapted, baseWithout, adaptedWithout, 0.9);
    }

    @Test
    void wayIsTheShareOfTheDistanceToTheCeiling() {
        assertThat(score(0.5, 0.8, 0.5, 0.5).way()).isCloseTo(0.75, within(1e-12));
        assertThat(score(0.5, 0.4, 0.5, 0.5).way()).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void leakIsTheGainWithoutTheTriggerOverThatWithIt() {
        assertThat(score(0.5, 0.8, 0.4, 0.46).leak()).isCloseTo(0.2, within(1e-12));
        assertThat(score(0.5, 0.8, 0.4, 0.4).leak()).isZero();
    }

    @Test
    void theVerdictIsThatOfTheWorstScore() {
        LikenessScore good = score(0.5, 0.8, 0.4, 0.46);
        LikenessScore leaking = score(0.5, 0.8, 0.4, 0.6);
        LikenessScore poor = score(0.5, 0.6, 0.4, 0.4);
        LikenessScore none = score(0.5, Double.NaN, 0.4, 0.4);
        assertThat(Verdict.of(List.of(good, good))).isEqualTo(Verdict.LEARNED);
        assertThat(Verdict.of(List.of(good, leaking))).isEqualTo(Verdict.LEAKS);
        assertThat(Verdict.of(List.of(leaking, poor))).isEqualTo(Verdict.NOT_LEARNED);
        LikenessScore past = score(0.95, 0.9, 0.4, 0.4);
        assertThat(past.way()).isGreaterThan(Verdict.LEAST_WAY);
        assertThat(Verdict.of(List.of(past))).isEqualTo(Verdict.NOT_LEARNED);
        assertThat(Verdict.of(List.of(good, none))).isEqualTo(Verdict.NOT_LEARNED);
    }

    @Test
    void cosinesAreThoseOfTheDirectionsWhateverTheLengths() {
        float[] right = {2, 0};
        float[] up = {0, 5};
        float[] slanted = {3, 4};
        assertThat(Cosines.mean(List.of(right, up), List.of(slanted)))
                .isCloseTo((0.6 + 0.8) / 2, within(1e-12));
        // Three pairs: 0, 0.6 and 0.8; none of a vector with itself.
        assertThat(Cosines.meanAmong(List.of(right, up, slanted)))
                .isCloseTo(1.4 / 3, within(1e-12));
    }
}
