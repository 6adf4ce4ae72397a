package atelier.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.weights.VaeConfig;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Two levels, one layer, counted by hand. */
class VaeWorkTest {

    private static final VaeConfig CONFIG = new VaeConfig(3, 4, List.of(8, 16), 1, 4, 1);

    /** A picture of 8 × 6, and its latents of 4 × 3. */
    private static final int OUTER = 48;

    private static final int INNER = 12;

    private static final double MIDDLE =
            2 * residual(INNER, 16, 16) + INNER * (4 * 16 * 16) + 2 * INNER * INNER * 16;

    private static double residual(int places, int in, int out) {
        return places * (9.0 * in * out + 9.0 * out * out + (in == out ? 0 : in * out));
    }

    @Test
    void countsTheEncoder() {
        double encoder =
                OUTER * 9 * 3 * 8
                        + residual(OUTER, 8, 8)
                        + INNER * 9 * 8 * 8
                        + residual(INNER, 8, 16)
                        + MIDDLE
                        + INNER * 9 * 16 * 8
                        + INNER * 8 * 8;
        assertThat(VaeWork.encoding(CONFIG, 8, 6)).isCloseTo(2 * encoder, within(0.5));
    }

    @Test
    void countsTheDecoder() {
        double decoder =
                INNER * 4 * 4
                        + INNER * 9 * 4 * 16
                        + MIDDLE
                        + 2 * residual(INNER, 16, 16)
                        + OUTER * 9 * 16 * 16
                        + residual(OUTER, 16, 8)
                        + residual(OUTER, 8, 8)
                        + OUTER * 9 * 8 * 3;
        assertThat(VaeWork.decoding(CONFIG, 8, 6)).isCloseTo(2 * decoder, within(0.5));
    }

    /** Of SDXL's at 512 × 512, about 2.5 and 1.1 TFLOP. */
    @Test
    void countsSdxls() {
        VaeConfig sdxl = NetworkSizes.sdxl().vae();
        assertThat(VaeWork.decoding(sdxl, 512, 512))
                .isCloseTo(2.5e12, Percentage.withPercentage(5));
        assertThat(VaeWork.encoding(sdxl, 512, 512))
                .isCloseTo(1.1e12, Percentage.withPercentage(5));
    }
}
