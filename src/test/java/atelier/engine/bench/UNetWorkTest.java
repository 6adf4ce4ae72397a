package atelier.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.weights.UNetConfig;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetWorkTest {

    @Test
    void sdxlIsBuiltAtItsPublishedSize() {
        assertThat(NetworkSizes.sdxl().unetParameters()).isEqualTo(2_567_463_684L);
        assertThat(NetworkSizes.sdxl().parameters()).isEqualTo(2_567_463_684L + 83_653_863L);
    }

    /** What others count for a prediction, 1.59 TFLOP at 512² and 6.76 at 1024². */
    @ParameterizedTest
    @CsvSource({"64, 1.59e12", "128, 6.76e12"})
    void countsWhatIsKnownOfSdxl(int side, double operations) {
        assertThat(UNetWork.operations(NetworkSizes.sdxl().unet(), side, side, RandomModel.TOKENS))
                .isCloseTo(operations, Percentage.withPercentage(1));
    }

    /** Two levels, one layer, one transformer block at the inner one, counted by hand. */
    @Test
    void countsEachLayerWhereItIsApplied() {
        UNetConfig config =
                new UNetConfig(4, 4, List.of(8, 16), 1, List.of(0, 1), List.of(1, 2), 5, 4, 3, 7);
        double time = 8 * 32 + 32 * 32 + (7 + 18) * 32 + 32 * 32;
        int outer = 30; // 6 × 5 latents
        int inner = 9; // 3 × 3, as odd sides are rounded up
        double transformer =
                inner * (2 * 16 * 16) // in and out
                        + inner * (4 * 16 * 16 + 2 * 16 * 16) // queries, keys, values, outputs
                        + 77 * (2 * 16 * 5) // keys and values of the text
                        + 2 * inner * inner * 16
                        + 2 * inner * 77 * 16
                        + inner * (16 * 128 + 64 * 16); // feed-forward
        double down =
                resnet(outer, 8, 8, false)
                        + inner * 9 * 8 * 8
                        + resnet(inner, 8, 16, true)
                        + transformer;
        double middle = 2 * resnet(inner, 16, 16, false) + transformer;
        double up =
                resnet(inner, 32, 16, true)
                        + resnet(inner, 24, 16, true)
                        + 2 * transformer
                        + outer * 9 * 16 * 16
                        + resnet(outer, 24, 8, true)
                        + resnet(outer, 16, 8, true);
        double ends = outer * 9 * (4 * 8 + 8 * 4);
        assertThat(UNetWork.operations(config, 6, 5, 77))
                .isCloseTo(2 * (time + down + middle + up + ends), within(0.5));
    }

    /** SDXL has 17 residual blocks and 11 transformers of 70 blocks. */
    @Test
    void countsACallForEachBlock() {
        int ends = 3;
        int samplers = 4;
        assertThat(UNetWork.calls(NetworkSizes.sdxl().unet()))
                .isEqualTo(ends + 17 + samplers + 70 + 2 * 11);
    }

    private static double resnet(int positions, int in, int out, boolean shortcut) {
        return positions * (9.0 * in * out + 9.0 * out * out + (shortcut ? in * out : 0))
                + 32 * out;
    }
}
