package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.restoration.FacePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final double CLOSE = 1e-12;
    private static final List<FacePoint> POINTS =
            List.of(
                    new FacePoint(1, 2),
                    new FacePoint(5, 1),
                    new FacePoint(3, 7),
                    new FacePoint(0, 9));

    /** By a quarter to the right, twice as large, moved by (10, −3). */
    private static FacePoint turned(FacePoint point) {
        return new FacePoint(-2 * point.y() + 10, 2 * point.x() - 3);
    }

    @Test
    void whatWasTurnedScaledAndMovedIsFoundExactly() {
        Similarity found =
                Similarity.between(POINTS, POINTS.stream().map(SimilarityTest::turned).toList());
        assertThat(found.a()).isEqualTo(0, within(CLOSE));
        assertThat(found.b()).isEqualTo(2, within(CLOSE));
        assertThat(found.right()).isEqualTo(10, within(CLOSE));
        assertThat(found.down()).isEqualTo(-3, within(CLOSE));
        assertThat(found.scale()).isEqualTo(2, within(CLOSE));
    }

    /** Of all near it, the sum of squares is the least. */
    @Test
    void betweenPointsThatDoNotFitItIsTheLeastSquares() {
        List<FacePoint> to =
                List.of(
                        new FacePoint(2, 2),
                        new FacePoint(9, 4),
                        new FacePoint(4, 12),
                        new FacePoint(-1, 20));
        Similarity best = Similarity.between(POINTS, to);
        double least = squares(best, to);
        double step = 1e-3;
        for (double[] move :
                new double[][] {
                    {step, 0, 0, 0}, {0, step, 0, 0}, {0, 0, step, 0}, {0, 0, 0, step}
                }) {
            for (int sign = -1; sign <= 1; sign += 2) {
                Similarity other =
                        new Similarity(
                                best.a() + sign * move[0],
                                best.b() + sign * move[1],
                                best.right() + sign * move[2],
                                best.down() + sign * move[3]);
                assertThat(squares(other, to)).isGreaterThan(least);
            }
        }
    }

    private static double squares(Similarity similarity, List<FacePoint> to) {
        double sum = 0;
        for (int i = 0; i < to.size(); i++) {
            double distance = similarity.of(POINTS.get(i)).distance(to.get(i));
            sum += distance * distance;
        }
        return sum;
    }

    @Test
    void theInverseTakesAllBack() {
        Similarity some = new Similarity(0.3, -1.7, 40, 5.5);
        FacePoint back = some.inverse().of(some.of(new FacePoint(12, -8)));
        assertThat(back.x()).isEqualTo(12, within(CLOSE));
        assertThat(back.y()).isEqualTo(-8, within(CLOSE));
    }

    /** Pixel (3, 5) becomes the four pixels (6, 10) to (7, 11), whose middle is (6.5, 10.5). */
    @Test
    void inAPictureMadeLargerThePlacesAreTheSame() {
        Similarity some = new Similarity(0.3, -1.7, 40, 5.5);
        FacePoint before = some.of(new FacePoint(3, 5));
        FacePoint after = some.ofEnlarged(2).of(new FacePoint(6.5, 10.5));
        assertThat(after.x()).isEqualTo(before.x(), within(CLOSE));
        assertThat(after.y()).isEqualTo(before.y(), within(CLOSE));
        assertThat(some.ofEnlarged(2).scale()).isEqualTo(some.scale() / 2, within(CLOSE));
        assertThat(some.ofEnlarged(1)).isEqualTo(some);
    }

    @Test
    void pointsInOnePlaceSayNothing() {
        FacePoint point = new FacePoint(4, 4);
        assertThatThrownBy(() -> Similarity.between(List.of(point, point), POINTS.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
