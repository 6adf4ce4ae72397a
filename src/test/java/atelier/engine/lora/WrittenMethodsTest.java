package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterMethod;
import atelier.model.adapter.ModuleGroup;
import atelier.model.generation.PredictionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files of other methods than plain LoRA say, and in which format there can be none. */
class WrittenMethodsTest {

    /** 32 outputs and 80 inputs. */
    private static final String LINEAR =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";

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

    private Path write(AdapterFormat format, TrainedLayer... layers) {
        Path path = folder.resolve("my-hero.safetensors");
        AdapterDescription description =
                new AdapterDescription(
                        "x",
                        null,
                        null,
                        null,
                        "64x64",
                        PredictionType.EPSILON,
                        null,
                        null,
                        new LinkedHashMap<>());
        adapted.write(format, DType.F32, path, List.of(layers), description);
        return path;
    }

    /** Alpha is 3. */
    private static TrainedLayer lora(String module, int rank) {
        float[] down = Doubles.random(3, 80 * rank);
        float[] up = Doubles.random(4, 32 * rank);
        return new TrainedLayer(
                Component.UNET,
                module,
                List.of(32L, 80L),
                Map.of(
                        TensorRole.DOWN, new TrainedTensor(down, List.of((long) rank, 80L)),
                        TensorRole.UP, new TrainedTensor(up, List.of(32L, (long) rank))),
                rank,
                3);
    }

    @Test
    void saysOfOtherMethodsThatLycorisTrainsThem() {
        Path path = write(AdapterFormat.KOHYA, decomposed(), loha());
        Map<String, String> metadata = SafetensorsFile.open(path).metadata();
        assertThat(metadata)
                .containsEntry("ss_network_module", "lycoris.kohya")
                .containsEntry(
                        "ss_network_args",
                        "{\"algo\":\"lora\",\"dora_wd\":\"True\",\"wd_on_out\":\"False\"}");
        AdapterInfo info = AdapterFile.open(path).info();
        assertThat(info.groups())
                .containsExactlyInAnyOrder(
                        new ModuleGroup("UNet", AdapterMethod.LORA, true, false, 4, 3, 1),
                        new ModuleGroup("UNet", AdapterMethod.LOHA, false, false, 2, 1, 1));
    }

    /** Of rank 4, with a magnitude for each of 80 inputs. */
    private static TrainedLayer decomposed() {
        TrainedLayer plain = lora(LINEAR, 4);
        Map<TensorRole, TrainedTensor> tensors = new HashMap<>(plain.tensors());
        float[] magnitudes = new float[80];
        Arrays.fill(magnitudes, 1.5f);
        tensors.put(TensorRole.DORA_SCALE, new TrainedTensor(magnitudes, List.of(1L, 80L)));
        return new TrainedLayer(
                plain.component(), plain.module(), plain.weight(), tensors, 4, plain.alpha());
    }

    private static TrainedLayer loha() {
        TrainedTensor a = new TrainedTensor(Doubles.random(1, 64), List.of(32L, 2L));
        TrainedTensor b = new TrainedTensor(Doubles.random(2, 160), List.of(2L, 80L));
        return new TrainedLayer(
                Component.UNET,
                LINEAR.replace("to_k", "to_v"),
                List.of(32L, 80L),
                Map.of(
                        TensorRole.HADAMARD_1A,
                        a,
                        TensorRole.HADAMARD_1B,
                        b,
                        TensorRole.HADAMARD_2A,
                        a.times(2),
                        TensorRole.HADAMARD_2B,
                        b.times(-1)),
                2,
                1);
    }

    @Test
    void diffusersHasNoNamesForOtherMethodsAndNoAlphaForSeveralRanks() throws IOException {
        for (TrainedLayer layer : List.of(decomposed(), loha())) {
            assertThatThrownBy(() -> write(AdapterFormat.DIFFUSERS, layer))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("no names");
        }
        assertThatThrownBy(() ->
                        write(
                                AdapterFormat.DIFFUSERS,
                                lora(LINEAR, 4),
                                lora(LINEAR.replace("to_k", "to_v"), 2)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("several ranks");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
