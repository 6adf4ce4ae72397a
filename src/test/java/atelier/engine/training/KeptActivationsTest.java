package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.weights.UNetConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptActivationsTest {

    @Test
    void countsEveryLevelsBlocks() {
        UNetConfig unet =
                new UNetConfig(4, 4, List.of(3, 5), 1, List.of(0, 2), List.of(1, 1), 8, 1, 8, 8);
        // Level 0: 3 residual blocks; level 1: 5 and, with the middle, 4 times 2 transformer
        // blocks.
        long numbers = 8 * 6 * 3 * (10 * 3) + 4 * 3 * 5 * (10 * 5 + 30 * 8);
        assertThat(KeptActivations.bytes(unet, 2, 8, 6, 4)).isEqualTo(numbers * 2 * 4);
    }

    @Test
    void computedTwiceTheBlocksInputsAreKeptAndOneBlock() {
        UNetConfig unet =
                new UNetConfig(4, 4, List.of(3, 5), 1, List.of(0, 2), List.of(1, 1), 8, 1, 8, 8);
        // Level 0 has 144 values at a block, 3 residual blocks; level 1 has 60, 5 residual blocks
        // and 4 times 2 transformer blocks between 2 projections.
        long inputs = 144 * 3 + 60 * (5 + 4 * 4);
        long largest = Math.max(144 * 10, 60 * 30);
        assertThat(KeptActivations.checkpointedBytes(unet, 2, 8, 6, 4))
                .isEqualTo((inputs + largest) * 2 * 4);
    }

    @Test
    void comesNearWhatWasMeasuredForSdxl() {
        UNetConfig sdxl = NetworkSizes.sdxl().unet();
        assertThat(KeptActivations.bytes(sdxl, 1, 64, 64, 2) / 1e9).isBetween(1.5, 2.3);
    }
}
