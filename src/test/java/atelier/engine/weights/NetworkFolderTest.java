package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of networks that were trained here open again as what they were. */
class NetworkFolderTest {

    private static final VaeConfig VAE = new VaeConfig(3, 4, List.of(4, 8), 1, 2, 0.7);
    private static final UNetConfig UNET =
            new UNetConfig(
                    4, 4, List.of(8, 16, 16), 1, List.of(0, 1, 1), List.of(1, 2, 4), 24, 4, 8, 12);
    private static final TextEncoderConfig FIRST =
            new TextEncoderConfig(2, 8, 2, 16, 77, 40, TextEncoderConfig.Activation.QUICK_GELU, 0);
    private static final TextEncoderConfig SECOND =
            new TextEncoderConfig(2, 16, 4, 32, 77, 40, TextEncoderConfig.Activation.GELU, 12);

    @TempDir private Path model;

    /** Numbers that fp16 holds exactly. */
    private static SequencedMap<String, FloatTensor> weights(Map<String, List<Long>> shapes) {
        SequencedMap<String, FloatTensor> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            float[] values =
                    new float[Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact))];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i % 256 - 128 + weights.size() % 7) / 64f;
            }
            weights.put(name, new FloatTensor(shape, values));
        });
        return weights;
    }

    private static void assertSame(Path file, Map<String, FloatTensor> weights) {
        Map<String, FloatTensor> read = FloatTensorFile.read(file);
        assertThat(read.keySet()).isEqualTo(weights.keySet());
        weights.forEach((name, tensor) -> {
            assertThat(read.get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.get(name).values()).as(name).isEqualTo(tensor.values());
        });
        assertThat(SafetensorsFile.open(file).tensors().values())
                .allMatch(tensor -> tensor.dtype() == DType.F16);
    }

    @Test
    void allPartsTogetherAreAModelOfTheSameSizesAndNumbers() {
        NetworkFolder folder = new NetworkFolder(model);
        folder.writeVae(VAE, 64, weights(VaeShapes.of(VAE)));
        folder.writeUNet(UNET, 32, weights(UNetShapes.of(UNET)));
        folder.writeTextEncoder(
                Component.TEXT_ENCODER_1, FIRST, weights(TextEncoderShapes.of(FIRST)));
        folder.writeTextEncoder(
                Component.TEXT_ENCODER_2, SECOND, weights(TextEncoderShapes.of(SECOND)));
        Checkpoint checkpoint = Checkpoint.open(model);
        assertThat(checkpoint.vae()).isEqualTo(VAE);
        assertThat(checkpoint.unet()).isEqualTo(UNET);
        assertThat(checkpoint.textEncoder(Component.TEXT_ENCODER_1)).isEqualTo(FIRST);
        assertThat(checkpoint.textEncoder(Component.TEXT_ENCODER_2)).isEqualTo(SECOND);
        assertThat(checkpoint.sampleSize()).isEqualTo(32);
        assertSame(folder.weights(Component.VAE), weights(VaeShapes.of(VAE)));
        assertSame(folder.weights(Component.TEXT_ENCODER_2), weights(TextEncoderShapes.of(SECOND)));
    }

    /** 65,520 and more are infinite in fp16. */
    @Test
    void numbersThatFp16CannotHoldAreRefusedByNameAndNothingIsLost() {
        NetworkFolder folder = new NetworkFolder(model);
        SequencedMap<String, FloatTensor> sound = weights(VaeShapes.of(VAE));
        folder.writeVae(VAE, 64, sound);
        for (float wrong : new float[] {70_000, Float.NaN, Float.NEGATIVE_INFINITY}) {
            SequencedMap<String, FloatTensor> damaged = new LinkedHashMap<>(sound);
            damaged.put(
                    "decoder.conv_out.bias",
                    new FloatTensor(List.of(3L), new float[] {0, wrong, 0}));
            assertThatThrownBy(() -> folder.writeVae(VAE, 64, damaged))
                    .isInstanceOf(AtelierException.class)
                    .hasMessageContaining("decoder.conv_out.bias");
        }
        assertSame(folder.weights(Component.VAE), sound);
        assertThat(Files.exists(model.resolve("vae/config.json"))).isTrue();
    }
}
