package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsMapping;
import atelier.engine.weights.SafetensorsWriter;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.adapter.AdapterInfo;
import atelier.model.adapter.AdapterLayout;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written, under the names of every layout, changes the model alike. */
class WrittenLayoutsTest {

    private static final String LINEAR =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_out.0";
    private static final String CONVOLUTION = "up_blocks.0.resnets.0.conv1";

    private static TinyAdapted adapted;

    @TempDir Path folder;
    private List<TrainedLayer> layers;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    @BeforeEach
    void train() {
        layers = List.of(layer(LINEAR), layer(CONVOLUTION));
    }

    private static TrainedLayer layer(String module) {
        List<Long> weight = adapted.shape(Component.UNET, module);
        boolean convolution = weight.size() == 4;
        long out = weight.getFirst();
        long in = weight.get(1);
        List<Long> down = convolution ? List.of(4L, in, 3L, 3L) : List.of(4L, in);
        List<Long> up = convolution ? List.of(out, 4L, 1L, 1L) : List.of(out, 4L);
        return new TrainedLayer(
                Component.UNET,
                module,
                weight,
                Map.of(TensorRole.DOWN, tensor(module, down), TensorRole.UP, tensor("u", up)),
                4,
                3);
    }

    private static TrainedTensor tensor(String name, List<Long> shape) {
        int size = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
        return new TrainedTensor(Doubles.random(name.hashCode(), size), shape);
    }

    private Path write(AdapterFormat format) {
        Path path = folder.resolve(format + ".safetensors");
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
        adapted.write(format, DType.F32, path, layers, description);
        return path;
    }

    private Path renamed(Path path, UnaryOperator<String> names) {
        SafetensorsFile file = SafetensorsFile.open(path);
        SafetensorsWriter writer = new SafetensorsWriter();
        Path copy = folder.resolve("renamed.safetensors");
        try (SafetensorsMapping bytes = SafetensorsMapping.open(file)) {
            file.tensors()
                    .values()
                    .forEach(tensor ->
                            writer.tensor(
                                    names.apply(tensor.name()),
                                    tensor.dtype(),
                                    tensor.shape(),
                                    channel -> channel.write(bytes.buffer(tensor).duplicate())));
            writer.write(copy, ProgressListener.NONE, new CancelToken());
        }
        return copy;
    }

    private void assertSame(Path path, AdapterLayout layout) {
        AdapterInfo info = AdapterFile.open(path).info();
        assertThat(info.layout()).isEqualTo(layout);
        boolean original = layout == AdapterLayout.KOHYA || layout == AdapterLayout.COMFYUI;
        assertThat(SafetensorsFile.open(path).tensors().keySet())
                .allMatch(name -> name.contains("put_blocks") == original);
        for (TrainedLayer layer : layers) {
            double[] want =
                    Doubles.sum(
                            adapted.base(Component.UNET, layer.module()),
                            Doubles.times(
                                    Doubles.product(
                                            Doubles.of(layer.tensor(TensorRole.UP).values()),
                                            Doubles.of(layer.tensor(TensorRole.DOWN).values()),
                                            4),
                                    3.0 / 4));
            double[] got =
                    adapted.weight(Component.UNET, layer.module(), TinyAdapted.adapter(path, 1));
            assertThat(Doubles.largestDifference(got, want)).isLessThan(1e-6);
        }
    }

    @Test
    void kohya() {
        assertSame(write(AdapterFormat.KOHYA), AdapterLayout.KOHYA);
    }

    @Test
    void kohyaWithDiffusersBlockNames() {
        Path path =
                renamed(
                        write(AdapterFormat.KOHYA),
                        name ->
                                name.replace("input_blocks_4_1", "down_blocks_1_attentions_0")
                                        .replace(
                                                "output_blocks_0_0_in_layers_2",
                                                "up_blocks_0_resnets_0_conv1"));
        assertSame(path, AdapterLayout.KOHYA_DIFFUSERS);
    }

    @Test
    void peft() {
        Path path = write(AdapterFormat.DIFFUSERS);
        assertSame(path, AdapterLayout.PEFT);
        assertSame(
                renamed(path, name -> name.replace("unet.", "base_model.model.")),
                AdapterLayout.PEFT);
    }

    @Test
    void diffusers() {
        Path path =
                renamed(
                        write(AdapterFormat.DIFFUSERS),
                        name -> name.replace("lora_A", "lora.down").replace("lora_B", "lora.up"));
        assertSame(path, AdapterLayout.DIFFUSERS);
    }

    @Test
    void comfyUi() {
        Path path =
                renamed(
                        write(AdapterFormat.DIFFUSERS),
                        name ->
                                name.replace("unet.", "diffusion_model.")
                                        .replace("down_blocks.1.attentions.0", "input_blocks.4.1")
                                        .replace(
                                                "up_blocks.0.resnets.0.conv1",
                                                "output_blocks.0.0.in_layers.2"));
        assertSame(path, AdapterLayout.COMFYUI);
    }
}
