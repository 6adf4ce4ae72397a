package atelier.engine.convnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What cells are to tell, read back as YuNet's publication has it. */
class FaceGridTest {

    private static final int SIDE = 320;
    private static final FaceGrid GRID = new FaceGrid(SIDE);

    private static DetectedFace face(double middleX, double middleY, double size) {
        return new DetectedFace(
                new FaceBox(middleX - size / 2, middleY - size / 2, size, size),
                FaceLandmarks.of(
                        List.of(
                                new FacePoint(middleX - 0.2 * size, middleY - 0.1 * size),
                                new FacePoint(middleX + 0.2 * size, middleY - 0.1 * size),
                                new FacePoint(middleX, middleY + 0.05 * size),
                                new FacePoint(middleX - 0.15 * size, middleY + 0.3 * size),
                                new FacePoint(middleX + 0.15 * size, middleY + 0.3 * size))),
                1);
    }

    /** A cell with a face: the numbers it is to tell, in pixels. */
    private record Told(int stride, FaceBox box, List<FacePoint> marks) {}

    private static List<Told> told(float[] wanted) {
        List<Told> told = new ArrayList<>();
        int cell = 0;
        for (int stride : List.of(8, 16, 32)) {
            int edge = SIDE / stride;
            for (int i = 0; i < edge * edge; i++, cell++) {
                int at = cell * 16;
                if (wanted[at + 1] == 1) {
                    int column = i % edge;
                    int row = i / edge;
                    double width = stride * Math.exp(wanted[at + 4]);
                    double height = stride * Math.exp(wanted[at + 5]);
                    double x = (column + wanted[at + 2]) * stride;
                    double y = (row + wanted[at + 3]) * stride;
                    List<FacePoint> marks = new ArrayList<>();
                    for (int k = 0; k < 5; k++) {
                        marks.add(
                                new FacePoint(
                                        (column + wanted[at + 6 + 2 * k]) * stride,
                                        (row + wanted[at + 7 + 2 * k]) * stride));
                    }
                    told.add(
                            new Told(
                                    stride,
                                    new FaceBox(x - width / 2, y - height / 2, width, height),
                                    marks));
                }
            }
        }
        return told;
    }

    private static TreeSet<Integer> strides(double size) {
        TreeSet<Integer> strides = new TreeSet<>();
        told(GRID.wanted(List.of(face(160, 160, size)))).forEach(one -> strides.add(one.stride()));
        return strides;
    }

    @Test
    void everyCellOfAFaceTellsAllOfIt() {
        DetectedFace face = face(101.3, 77.9, 30);
        List<Told> told = told(GRID.wanted(List.of(face)));
        assertThat(told).isNotEmpty();
        for (Told one : told) {
            assertThat(one.box().left()).isCloseTo(face.box().left(), within(1e-3));
            assertThat(one.box().top()).isCloseTo(face.box().top(), within(1e-3));
            assertThat(one.box().width()).isCloseTo(30, within(1e-3));
            assertThat(one.box().height()).isCloseTo(30, within(1e-3));
            for (int k = 0; k < 5; k++) {
                assertThat(one.marks().get(k).distance(face.landmarks().points().get(k)))
                        .isLessThan(1e-3);
            }
        }
    }

    @Test
    void smallFacesBelongToTheFinestGridAndLargeOnesToTheCoarsest() {
        assertThat(strides(4)).containsExactly(8);
        assertThat(strides(40)).containsExactly(8);
        assertThat(strides(60)).containsExactly(8, 16);
        assertThat(strides(100)).containsExactly(16);
        assertThat(strides(130)).containsExactly(16, 32);
        assertThat(strides(300)).containsExactly(32);
    }

    @Test
    void theSmallestFaceHasACellOfItsOwn() {
        assertThat(told(GRID.wanted(List.of(face(83.7, 90.2, 3))))).hasSize(1);
    }

    @Test
    void nothingIsToldWhereNobodyIsAndEveryCellCounts() {
        float[] wanted = GRID.wanted(List.of());
        assertThat(wanted).hasSize((1600 + 400 + 100) * 16);
        assertThat(told(wanted)).isEmpty();
        for (int cell = 0; cell < 2100; cell++) {
            assertThat(wanted[cell * 16]).isEqualTo(1);
        }
    }

    @Test
    void cellsAroundAFaceDoNotCount() {
        float[] wanted = GRID.wanted(List.of(face(160, 160, 40)));
        int uncounted = 0;
        for (int cell = 0; cell < 2100; cell++) {
            if (wanted[cell * 16] == 0) {
                assertThat(wanted[cell * 16 + 1]).isZero();
                assertThat(cell).isLessThan(1600);
                double away =
                        Math.max(Math.abs(cell % 40 * 8 - 160.0), Math.abs(cell / 40 * 8 - 160.0));
                assertThat(away).isBetween(8.0, 24.0);
                uncounted++;
            }
        }
        assertThat(uncounted).isEqualTo(16);
    }

    @Test
    void theSmallerOfTwoFacesGetsTheCellThatBothWant() {
        DetectedFace large = face(160, 160, 60);
        DetectedFace small = face(160, 160, 12);
        for (List<DetectedFace> both : List.of(List.of(large, small), List.of(small, large))) {
            int cell = (20 * 40 + 20) * 16;
            assertThat(8 * Math.exp(GRID.wanted(both)[cell + 4])).isCloseTo(12, within(1e-3));
        }
    }
}
