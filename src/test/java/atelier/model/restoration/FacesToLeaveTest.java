package atelier.model.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which faces are meant by places on them. */
class FacesToLeaveTest {

    private static final DetectedFace LEFT = face(0, 0, 100);
    private static final DetectedFace OVERLAPPING = face(60, 0, 100);
    private static final DetectedFace APART = face(400, 400, 20);
    private static final List<DetectedFace> ALL = List.of(LEFT, OVERLAPPING, APART);

    private static DetectedFace face(double left, double top, double side) {
        FacePoint mark = new FacePoint(left, top);
        return new DetectedFace(
                new FaceBox(left, top, side, side),
                new FaceLandmarks(mark, mark, mark, mark, mark),
                0.9);
    }

    private static FacesToLeave at(double x, double y) {
        return new FacesToLeave(List.of(new FacePoint(x, y)));
    }

    @Test
    void aPlaceMeansTheFaceWhoseMiddleIsNearest() {
        assertThat(at(75, 50).among(ALL)).containsExactly(LEFT);
        assertThat(at(85, 50).among(ALL)).containsExactly(OVERLAPPING);
        assertThat(at(400, 420).among(ALL)).containsExactly(APART);
        assertThat(at(300, 300).among(ALL)).isEmpty();
        assertThat(FacesToLeave.NONE.among(ALL)).isEmpty();
    }

    @Test
    void switchingTwiceChangesNothing() {
        FacesToLeave one = FacesToLeave.NONE.switched(OVERLAPPING, ALL);
        assertThat(one.among(ALL)).containsExactly(OVERLAPPING);
        FacesToLeave both = one.switched(LEFT, ALL);
        assertThat(both.among(ALL)).containsExactly(LEFT, OVERLAPPING);
        assertThat(both.switched(OVERLAPPING, ALL).among(ALL)).containsExactly(LEFT);
        assertThat(one.switched(OVERLAPPING, ALL)).isEqualTo(FacesToLeave.NONE);
        // Two places on one face are that face.
        FacesToLeave twice =
                new FacesToLeave(List.of(new FacePoint(401, 401), new FacePoint(419, 419)));
        assertThat(twice.switched(APART, ALL)).isEqualTo(FacesToLeave.NONE);
    }
}
