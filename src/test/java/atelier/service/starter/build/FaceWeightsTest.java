package atelier.service.starter.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.service.starter.painter.FacePoints;
import atelier.service.starter.painter.FacePoints.Point;
import org.junit.jupiter.api.Test;

class FaceWeightsTest {

    private static final int EDGE = 16;
    private static final int SIDE = 128;

    /** A face about the middle of the place in row 4, column 9; its features 16 pixels apart. */
    private final FacePoints face =
            new FacePoints(
                    new Point(68, 28),
                    new Point(84, 28),
                    new Point(76, 36),
                    new Point(70, 44),
                    new Point(82, 44));

    private final float[] weights = new FaceWeights(4).of(face, SIDE, EDGE);

    private float at(int row, int column) {
        return weights[row * EDGE + column];
    }

    @Test
    void theMiddleOfTheFaceCountsAsMuchAsAskedAndWhatIsFarFromItOnce() {
        assertThat(at(4, 9)).isCloseTo(4, within(1e-6f));
        assertThat(at(15, 0)).isCloseTo(1, within(1e-3f));
    }

    @Test
    void theWeightFallsAlikeToAllSidesAsAGaussianDoes() {
        float expected = (float) (1 + 3 * Math.exp(-0.5 * Math.pow(8 / 12.0, 2)));
        assertThat(at(4, 8)).isCloseTo(expected, within(1e-5f));
        assertThat(at(4, 10)).isEqualTo(at(4, 8));
        assertThat(at(3, 9)).isEqualTo(at(5, 9)).isEqualTo(at(4, 8));
    }

    @Test
    void oneLetsAllCountAlike() {
        assertThat(new FaceWeights(1).of(face, SIDE, EDGE)).containsOnly(1);
    }
}
