package atelier.engine.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sampler.TorchRandom;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bicubic against Pillow itself is in the metrics' reference test; here the formulas again. */
class PillowResizeTest {

    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    private static int[] noise() {
        int[] noise = new TorchRandom(9).integers(1 << 30, WIDTH * HEIGHT);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] << 2;
        }
        return noise;
    }

    private static double weight(ResizeFilter filter, double distance) {
        double x = Math.abs(distance);
        return switch (filter) {
            case TRIANGLE -> x < 1 ? 1 - x : 0;
            case BICUBIC ->
                    x < 1
                            ? 1.5 * x * x * x - 2.5 * x * x + 1
                            : x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
            case LANCZOS ->
                    x == 0
                            ? 1
                            : x < 3
                                    ? 3
                                            * Math.sin(Math.PI * x)
                                            * Math.sin(Math.PI * x / 3)
                                            / (Math.PI * Math.PI * x * x)
                                    : 0;
        };
    }

    /** One row or column of levels, by the formula over all of its pixels. */
    private static double[] resized(double[] line, int to, ResizeFilter filter) {
        double scale = (double) line.length / to;
        double wide = Math.max(1, scale);
        double[] resized = new double[to];
        for (int i = 0; i < to; i++) {
            double sum = 0;
            double all = 0;
            for (int j = 0; j < line.length; j++) {
                double share = weight(filter, (j + 0.5 - (i + 0.5) * scale) / wide);
                sum += share * line[j];
                all += share;
            }
            // Each of the two passes ends in whole levels.
            resized[i] = Math.clamp(Math.round(sum / all), 0, 255);
        }
        return resized;
    }

    private static double[][] resized(
            int[] pixels, int shift, int width, int height, ResizeFilter filter) {
        double[][] across = new double[HEIGHT][];
        for (int y = 0; y < HEIGHT; y++) {
            double[] line = new double[WIDTH];
            for (int x = 0; x < WIDTH; x++) {
                line[x] = pixels[y * WIDTH + x] >>> shift & 0xff;
            }
            across[y] = resized(line, width, filter);
        }
        double[][] both = new double[width][];
        for (int x = 0; x < width; x++) {
            double[] line = new double[HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                line[y] = across[y][x];
            }
            both[x] = resized(line, height, filter);
        }
        return both;
    }

    @ParameterizedTest
    @EnumSource
    void eachChannelFollowsTheFilter(ResizeFilter filter) {
        int[] noise = noise();
        for (int[] size : new int[][] {{WIDTH * 2, HEIGHT * 2}, {9, 31}, {5, 4}}) {
            int[] found = PillowResize.of(noise, WIDTH, HEIGHT, size[0], size[1], filter);
            for (int shift = 0; shift < 32; shift += 8) {
                double[][] want = resized(noise, shift, size[0], size[1], filter);
                for (int i = 0; i < found.length; i++) {
                    assertThat((double) (found[i] >>> shift & 0xff))
                            .isEqualTo(want[i % size[0]][i / size[0]], within(1.0));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneColourStaysThatColour(ResizeFilter filter) {
        int[] filled = new int[WIDTH * HEIGHT];
        Arrays.fill(filled, 0xfffe8001);
        assertThat(PillowResize.of(filled, WIDTH, HEIGHT, 50, 7, filter)).containsOnly(0xfffe8001);
    }

    @Test
    void itCanBeStopped() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() ->
                        PillowResize.of(noise(), WIDTH, HEIGHT, 9, 9, ResizeFilter.LANCZOS, cancel))
                .isInstanceOf(CancelledException.class);
    }
}
