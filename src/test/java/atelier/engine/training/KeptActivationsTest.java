package atelier.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.weights.UNetConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptActivationsTest {

    private static final UNetConfig UNET =
            new UNetConfig(4, 4, List.of(3, 5), 1, List.of(0, 2), List.of(1, 1), 8, 1, 8, 8);

    // Level 0 has 144 values at a block, 3 residual blocks; level 1 has 60, 5 residual blocks and,
    // with the middle, 4 times 2 transformer blocks between 2 projections.
    private static final long OUTPUTS = 144 * 3 + 60 * (5 + 4 * 4);

    private static long bytes(boolean writtenOut, boolean checkpointed) {
        return new KeptActivations(writtenOut, checkpointed).bytes(UNET, 2, 8, 6, 4);
    }

    @Test
    void aRecordKeepsEveryLevelsBlocks() {
        long numbers = 144 * (10 * 3) + 60 * (10 * 5 + 30 * 8);
        assertThat(bytes(false, false)).isEqualTo(numbers * 2 * 4);
    }

    @Test
    void computedTwiceTheBlocksInputsAreKeptAndOneBlock() {
        long largest = Math.max(144 * 10, 60 * 30);
        assertThat(bytes(false, true)).isEqualTo((OUTPUTS + largest) * 2 * 4);
    }

    @Test
    void writtenOutTheOutputsAreKeptAndWhatEachBlockAsksFor() {
        long middles = 144 * 3 + 60 * 5;
        long text = 8 * 2 * 77 * 5;
        assertThat(bytes(true, false)).isEqualTo((OUTPUTS + middles + 8 * 16 * 60 + text) * 2 * 4);
        assertThat(bytes(true, true)).isEqualTo((OUTPUTS + middles + 8 * 4 * 60 + text) * 2 * 4);
    }

    /**
     * At SDXL's size and 512 × 512 in bf16. A record kept 1.9 GB. Written out, all together took
     * 2.73 GB above the model, and 1.77 GB with parts computed again; of both the adapter, its
     * gradients and AdamW's two means are 0.68 GB, and not quite a gigabyte is workspace.
     */
    @Test
    void comesNearWhatWasMeasuredForSdxl() {
        UNetConfig sdxl = NetworkSizes.sdxl().unet();
        assertThat(new KeptActivations(false, false).bytes(sdxl, 1, 64, 64, 2) / 1e9)
                .isBetween(1.5, 2.3);
        double trained = 4 * 4 * 42.6e6 / 1e9;
        double kept = new KeptActivations(true, false).bytes(sdxl, 1, 64, 64, 2) / 1e9;
        double sparing = new KeptActivations(true, true).bytes(sdxl, 1, 64, 64, 2) / 1e9;
        assertThat(2.73 - trained - kept).isBetween(0.7, 1.2);
        assertThat(1.77 - trained - sparing).isBetween(0.7, 1.2);
    }
}
