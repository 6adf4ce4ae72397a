package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.restoration.BandFaces;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static DetectedFace face(double left, double width, double score) {
        return new DetectedFace(
                new FaceBox(left, 0, width, 10), BandFaces.marks(left, 0, width), score);
    }

    /** 10 wide and 10 high, 6 apart: 40 of 160 square pixels are in both. */
    @Test
    void overlapIsWhatBothCoverOfWhatEitherCovers() {
        assertThat(new FaceBox(0, 0, 10, 10).overlap(new FaceBox(6, 0, 10, 10)))
                .isEqualTo(0.25, within(1e-12));
        assertThat(new FaceBox(0, 0, 10, 10).overlap(new FaceBox(10, 0, 10, 10))).isZero();
        assertThat(new FaceBox(0, 0, 10, 10).common(new FaceBox(20, 30, 5, 5))).isZero();
    }

    @Test
    void theSurestOfThoseThatOverlapIsKept() {
        DetectedFace unsure = face(0, 10, 0.7);
        DetectedFace sure = face(2, 10, 0.9);
        DetectedFace apart = face(9, 10, 0.8);
        // 0 and 9 overlap by 1 of 19; 2 and 9 by 3 of 17; 0 and 2 by 8 of 12.
        assertThat(Suppression.ofOverlapping(List.of(unsure, sure, apart), 0.3))
                .containsExactly(sure, apart);
        assertThat(Suppression.ofOverlapping(List.of(unsure, sure, apart), 0.15))
                .containsExactly(sure);
        assertThat(Suppression.ofOverlapping(List.of(unsure, sure, apart), 0.7))
                .containsExactly(sure, apart, unsure);
    }

    @Test
    void aPartOfASurerFaceIsNone() {
        DetectedFace large = face(0, 100, 0.9);
        DetectedFace part = face(20, 10, 0.8);
        DetectedFace beside = face(96, 10, 0.8);
        assertThat(Suppression.ofOverlapping(List.of(large, part), 0.3)).hasSize(2);
        assertThat(Suppression.ofNested(List.of(part, large, beside)))
                .containsExactly(large, beside);
    }
}
