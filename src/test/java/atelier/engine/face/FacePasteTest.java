package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.TorchRandom;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FacePoint;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FacePasteTest {

    private static final int SIDE = 64;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;

    /** Turned, a little smaller, and over the picture's right edge. */
    private static final Similarity TO_SQUARE = new Similarity(1.2, 0.4, -80, -70);

    private static int[] picture() {
        int[] noise = new TorchRandom(5).integers(1 << 24, WIDTH * HEIGHT);
        int[] alphas = new TorchRandom(6).integers(256, WIDTH * HEIGHT);
        for (int i = 0; i < noise.length; i++) {
            noise[i] |= alphas[i] << 24;
        }
        return noise;
    }

    private static float[] filled(float value) {
        float[] planes = new float[3 * SIDE * SIDE];
        Arrays.fill(planes, value);
        return planes;
    }

    private static int[] pasted(float[] planes, Similarity toSquare, double strength) {
        int[] argb = picture();
        new FacePaste(argb, WIDTH, HEIGHT)
                .paste(planes, new FaceAlignment(toSquare, SIDE), strength);
        return argb;
    }

    /** The mask's formula, written once more. */
    private static double mask(double x, double y) {
        double share = 1;
        for (double place : new double[] {x, y}) {
            double inside = Math.min(place, SIDE - 1 - place) / (0.15 * SIDE);
            double part = Math.clamp(inside, 0, 1);
            share *= 3 * part * part - 2 * part * part * part;
        }
        return share;
    }

    @Test
    void eachPixelIsBlendedByTheMaskAndTheRestStaysToTheBit() {
        int[] before = picture();
        int[] after = pasted(filled(1), TO_SQUARE, 0.8);
        int untouched = 0;
        int full = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = y * WIDTH + x;
                double share = 0.8 * mask(1.2 * x - 0.4 * y - 80, 0.4 * x + 1.2 * y - 70);
                assertThat(after[at] >>> 24).isEqualTo(before[at] >>> 24);
                if (share == 0) {
                    assertThat(after[at]).isEqualTo(before[at]);
                    untouched++;
                }
                full += share == 0.8 ? 1 : 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    double level = before[at] >> shift & 0xff;
                    assertThat((double) (after[at] >> shift & 0xff))
                            .isEqualTo(level + share * (255 - level), within(0.5001));
                }
            }
        }
        assertThat(untouched).isBetween(WIDTH * HEIGHT / 3, WIDTH * HEIGHT - 1000);
        assertThat(full).isGreaterThan(300);
    }

    @Test
    void strengthZeroChangesNothing() {
        assertThat(pasted(filled(1), TO_SQUARE, 0)).isEqualTo(picture());
    }

    @Test
    void aSquareBesideThePictureChangesNothing() {
        assertThat(pasted(filled(1), new Similarity(1, 0, 500, 0), 1)).isEqualTo(picture());
    }

    /** What was cut out and put back is what was there, where the mask is full. */
    @Test
    void theInverseWarpTakesBackTheWarp() {
        int[] smooth = new int[WIDTH * HEIGHT];
        for (int i = 0; i < smooth.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            smooth[i] = 0xff000000 | (2 * x) << 16 | (2 * y + 20) << 8 | (x + y);
        }
        Similarity toSquare = new Similarity(1.5, 0.5, -60, -50);
        FaceAlignment alignment = new FaceAlignment(toSquare, SIDE);
        float[] planes =
                FaceWarp.cut(new Bitmap(WIDTH, HEIGHT, smooth.clone()), alignment, FaceWarp.GREY);
        for (int i = 0; i < planes.length; i++) {
            planes[i] = planes[i] / 127.5f - 1;
        }
        int[] back = smooth.clone();
        new FacePaste(back, WIDTH, HEIGHT).paste(planes, alignment, 1);
        int compared = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                FacePoint place = toSquare.of(x, y);
                if (mask(place.x(), place.y()) == 1) {
                    compared++;
                    for (int shift = 0; shift < 24; shift += 8) {
                        assertThat((double) (back[y * WIDTH + x] >> shift & 0xff))
                                .isEqualTo(smooth[y * WIDTH + x] >> shift & 0xff, within(1.0));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** A square of eight times the size is shown by means, not by every eighth pixel. */
    @Test
    void whereItIsShrunkEachPixelIsTheMeanOfWhatItCovers() {
        float[] stripes = new float[3 * SIDE * SIDE];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? -1 : 1;
        }
        int[] black = new int[WIDTH * HEIGHT];
        new FacePaste(black, WIDTH, HEIGHT)
                .paste(stripes, new FaceAlignment(new Similarity(8, 0, 0.3, 0), SIDE), 1);
        assertThat((double) (black[4 * WIDTH + 4] & 0xff)).isEqualTo(127.5, within(3.0));
    }

    @Test
    void aLargeFaceIsCutOutByMeansToo() {
        int[] stripes = new int[WIDTH * HEIGHT];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0 : 0xffffff;
        }
        Bitmap picture = new Bitmap(WIDTH, HEIGHT, stripes);
        float[] planes =
                FaceWarp.cut(picture, new FaceAlignment(new Similarity(0.25, 0, -3, -2), 16), 0);
        assertThat(planes[8 * 16 + 8]).isEqualTo(127.5f, within(0.5f));
    }

    @Test
    void beyondThePictureThereIsTheGivenColour() {
        Bitmap picture = new Bitmap(8, 8, new int[64]);
        float[] planes =
                FaceWarp.cut(picture, new FaceAlignment(new Similarity(1, 0, 8, 8), 16), 0x112233);
        assertThat(planes[0]).isEqualTo(0x11);
        assertThat(planes[256]).isEqualTo(0x22);
        assertThat(planes[512]).isEqualTo(0x33);
        assertThat(planes[9 * 16 + 9]).isZero();
    }
}
