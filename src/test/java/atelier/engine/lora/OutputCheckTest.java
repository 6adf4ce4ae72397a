package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that do what was trained, and files that do nearly that. */
class OutputCheckTest {

    /** 32 outputs and 80 inputs. */
    private static final String MODULE =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";

    private static final String STEM = "lora_unet_" + MODULE.replace('.', '_');

    private static TinyAdapted adapted;

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    private static float[] values(String name, int size, double factor) {
        float[] values = Doubles.random(name.hashCode(), size);
        for (int i = 0; i < size; i++) {
            values[i] = (float) (values[i] * factor);
        }
        return values;
    }

    private static float[] magnitudes() {
        float[] values = Doubles.random(9, 80);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + Math.abs(values[i]);
        }
        return values;
    }

    /** Rank 4 and alpha 2. */
    private static TrainedLayer layer(double factor, boolean dora) {
        Map<TensorRole, TrainedTensor> tensors = new EnumMap<>(TensorRole.class);
        tensors.put(TensorRole.DOWN, new TrainedTensor(values("down", 320, 1), List.of(4L, 80L)));
        tensors.put(TensorRole.UP, new TrainedTensor(values("up", 128, factor), List.of(32L, 4L)));
        if (dora) {
            tensors.put(TensorRole.DORA_SCALE, new TrainedTensor(magnitudes(), List.of(1L, 80L)));
        }
        return new TrainedLayer(Component.UNET, MODULE, List.of(32L, 80L), tensors, 4, 2);
    }

    private AdapterBuilder file(DType type, double factor) {
        return new AdapterBuilder(type)
                .tensor(STEM + ".lora_down.weight", values("down", 320, 1), 4, 80)
                .tensor(STEM + ".lora_up.weight", values("up", 128, factor), 32, 4);
    }

    private void require(AdapterBuilder file, TrainedLayer layer, DType type) {
        List<TrainedLayer> layers = List.of(layer);
        Path path = file.write(folder);
        adapted.check(outputs -> outputs.require(AdapterFile.open(path), layers, layers, type));
    }

    private void assertRefused(AdapterBuilder file, TrainedLayer layer) {
        assertThatThrownBy(() -> require(file, layer, DType.F32))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("something else than was trained");
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F32", "F16", "BF16"})
    void takesWhatWasTrainedInEveryType(DType type) {
        assertThatCode(() -> require(file(type, 1).alpha(STEM, 2), layer(1, false), type))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        require(
                                file(type, 1)
                                        .alpha(STEM, 2)
                                        .tensor(STEM + ".dora_scale", magnitudes(), 1, 80),
                                layer(1, true),
                                type))
                .doesNotThrowAnyException();
    }

    /** After a step or two of a slow start, fp16 has hardly a digit for the second matrix. */
    @Test
    void takesAChangeThatTheTypeCanHardlyHold() {
        assertThatCode(() ->
                        require(
                                file(DType.F16, 3e-7).alpha(STEM, 2),
                                layer(3e-7, false),
                                DType.F16))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherScale() {
        assertRefused(file(DType.F32, 1), layer(1, false));
        assertRefused(file(DType.F32, 1).alpha(STEM, 2.01), layer(1, false));
    }

    @Test
    void refusesTheSmallestChangesWithAnotherScale() {
        assertRefused(file(DType.F32, 1e-6).alpha(STEM, 2.01), layer(1e-6, false));
    }

    @Test
    void refusesMagnitudesThatAreLeftOutOrReadOtherwise() {
        assertRefused(file(DType.F32, 1).alpha(STEM, 2), layer(1, true));
        float[] other = magnitudes();
        other[7] *= 1.05f;
        assertRefused(
                file(DType.F32, 1).alpha(STEM, 2).tensor(STEM + ".dora_scale", other, 1, 80),
                layer(1, true));
    }

    @Test
    void refusesOtherLayers() {
        AdapterBuilder more =
                file(DType.F32, 1).alpha(STEM, 2).lora(STEM.replace("to_k", "to_v"), 32, 80, 4);
        assertRefused(more, layer(1, false));
        AdapterBuilder elsewhere =
                new AdapterBuilder().lora(STEM.replace("to_k", "to_v"), 32, 80, 4);
        assertRefused(elsewhere, layer(1, false));
        assertThat(folder).isNotEmptyDirectory();
    }
}
