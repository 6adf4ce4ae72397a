package atelier.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquareResizeTest {

    @Test
    void pixelsAreMeansOfWhatTheyCoverColourByColour() {
        int[] pixels = {0x100000, 0x300000, 0x000010, 0x000030};
        assertThat(SquareResize.of(pixels, 2, 2, 1)).containsExactly(0x100010);
        assertThat(SquareResize.of(pixels, 2, 2, 2)).isEqualTo(pixels);
    }

    /** Three pixels to two: each takes one and a half. */
    @Test
    void pixelsCoveredInPartCountInPart() {
        int[] row = {0x00, 0x5a, 0xb4};
        int[] pixels = {row[0], row[1], row[2], row[0], row[1], row[2], row[0], row[1], row[2]};
        int left = (2 * 0x00 + 0x5a) / 3;
        int right = (0x5a + 2 * 0xb4) / 3;
        assertThat(SquareResize.of(pixels, 3, 3, 2)).containsExactly(left, right, left, right);
    }

    @Test
    void theMiddleIsTakenOfWideAndOfHighPictures() {
        int[] four = {1, 2, 3, 4};
        assertThat(SquareResize.of(new int[] {9, 1, 2, 9, 9, 3, 4, 9}, 4, 2, 2)).isEqualTo(four);
        assertThat(SquareResize.of(new int[] {9, 9, 1, 2, 3, 4, 9, 9}, 2, 4, 2)).isEqualTo(four);
    }

    @Test
    void smallPicturesAreEnlarged() {
        assertThat(SquareResize.of(new int[] {5, 7, 11, 13}, 2, 2, 4))
                .containsExactly(5, 5, 7, 7, 5, 5, 7, 7, 11, 11, 13, 13, 11, 11, 13, 13);
    }
}
