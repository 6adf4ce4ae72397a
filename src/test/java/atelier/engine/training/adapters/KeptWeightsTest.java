package atelier.engine.training.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.weights.UNetConfig;
import atelier.model.adapter.AdapterFormat;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.AdapterSettings;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptWeightsTest {

    private static long bytes(TrainingMethod method, UNetConfig unet) {
        return KeptWeights.bytes(
                new AdapterSettings(
                        TrainingTargets.ATTENTION,
                        DeltaSettings.of(method, 4, 4),
                        0,
                        AdapterPrecision.FP16,
                        AdapterFormat.KOHYA),
                unet,
                2);
    }

    @Test
    void countsEveryChangedWeight() {
        UNetConfig unet =
                new UNetConfig(4, 4, List.of(3, 5), 1, List.of(0, 2), List.of(1, 1), 8, 1, 8, 8);
        // 4 transformers of 2 blocks at the level of 5 channels: six 5×5 and two 5×8 each.
        long numbers = 8 * (6 * 25 + 2 * 40);
        assertThat(bytes(TrainingMethod.LORA, unet)).isZero();
        assertThat(bytes(TrainingMethod.LOKR, unet)).isEqualTo(2 * numbers);
        assertThat(bytes(TrainingMethod.LOHA, unet)).isEqualTo(10 * numbers);
    }

    @Test
    void lohaAtSdxlsSizeIsFarMoreThanItsActivations() {
        UNetConfig sdxl = NetworkSizes.sdxl().unet();
        assertThat(bytes(TrainingMethod.LOHA, sdxl) / 1e9).isBetween(5.0, 12.0);
    }
}
