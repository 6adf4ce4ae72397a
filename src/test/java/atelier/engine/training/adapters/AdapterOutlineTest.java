package atelier.engine.training.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.lora.AdapterSize;
import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.engine.weights.UNetConfig;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.generation.PredictionType;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.AdapterSettings;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adapters of SDXL, whose sizes are known, without its weights. */
class AdapterOutlineTest {

    private static final UNetConfig SDXL = NetworkSizes.sdxl().unet();

    private static AdapterOutline outline(
            TrainingTargets targets, TrainingMethod method, int rank) {
        return AdapterOutline.of(
                SDXL,
                new AdapterSettings(
                        targets,
                        DeltaSettings.of(method, rank, rank),
                        0,
                        AdapterPrecision.FP16,
                        AdapterFormat.KOHYA));
    }

    private static long file(AdapterOutline outline, DType type) {
        return new AdapterSize(AdapterFormat.KOHYA, type, KeyMap.unet(SDXL))
                .bytes(
                        Path.of("mia.safetensors"),
                        outline.layers(),
                        new AdapterDescription(
                                "mia",
                                "mia",
                                null,
                                null,
                                "1024x1024",
                                PredictionType.EPSILON,
                                null,
                                null,
                                new LinkedHashMap<>()));
    }

    /** Numbers for each unit of rank, as counted of sd-scripts' and diffusers' adapters. */
    @ParameterizedTest
    @CsvSource({"ATTENTION, 560, 1451520", "TRANSFORMERS, 722, 2659840"})
    void hasTheLayersAndNumbersThatOtherTrainersHave(
            TrainingTargets targets, int layers, long perRank) {
        AdapterOutline outline = outline(targets, TrainingMethod.LORA, 16);
        assertThat(outline.layers()).hasSize(layers);
        assertThat(outline.numbers()).isEqualTo(16 * perRank);
        assertThat(outline.slots()).hasSize(2 * layers);
    }

    @Test
    void convolutionsAreAmongAllLayers() {
        assertThat(outline(TrainingTargets.ALL, TrainingMethod.LORA, 4).layers()).hasSize(788);
    }

    /** Megabytes of sd-scripts' files of the UNet alone. */
    @ParameterizedTest
    @CsvSource({"8, 42.6", "16, 85.1", "32, 170.2", "64, 340.5", "128, 681"})
    void filesAreAsLargeAsThoseOfOtherTrainers(int rank, double megabytes) {
        AdapterOutline outline = outline(TrainingTargets.TRANSFORMERS, TrainingMethod.LORA, rank);
        assertThat(file(outline, DType.F16) / 1e6)
                .isCloseTo(megabytes, Percentage.withPercentage(1));
        assertThat(file(outline, DType.F32) / 1e6)
                .isCloseTo(2 * megabytes, Percentage.withPercentage(1));
    }

    /** LoHa has two products where LoRA has one. */
    @Test
    void otherMethodsHaveTheirOwnSizes() {
        long lora = outline(TrainingTargets.TRANSFORMERS, TrainingMethod.LORA, 8).numbers();
        assertThat(outline(TrainingTargets.TRANSFORMERS, TrainingMethod.LOHA, 8).numbers())
                .isEqualTo(2 * lora);
    }
}
