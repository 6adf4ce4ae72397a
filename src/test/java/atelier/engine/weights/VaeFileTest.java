package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaeFileTest {

    private static final Map<String, List<Long>> SHAPES = VaeShapes.of(TestModels.SMALL.vae());

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"first_stage_model.", "vae.", ""})
    void opensOriginalNames(String prefix) {
        assertOpens(TestModels.write(file(), TestModels.vae(TestModels.SMALL, prefix)));
    }

    @Test
    void opensDiffusersNames() {
        assertOpens(TestModels.write(file(), SHAPES));
    }

    @Test
    void opensTheNamesThatDiffusersOnceHad() {
        Map<String, List<Long>> old = new LinkedHashMap<>();
        SHAPES.forEach((name, shape) ->
                old.put(
                        name.replace(".to_q.", ".query.")
                                .replace(".to_k.", ".key.")
                                .replace(".to_v.", ".value.")
                                .replace(".to_out.0.", ".proj_attn."),
                        shape));
        assertOpens(TestModels.write(file(), old));
    }

    @Test
    void opensAFolder() throws IOException {
        Path vae = Files.createDirectory(folder.resolve("vae"));
        TestModels.write(vae.resolve("diffusion_pytorch_model.safetensors"), SHAPES);
        Files.writeString(
                vae.resolve("config.json"), new ConfigInference(SHAPES, "x").vae().toString());
        assertOpens(vae);
        assertOpens(folder);
    }

    @Test
    void takesTheVaeOfAWholeModel() {
        assertOpens(TestModels.write(file(), TestModels.singleFile(TestModels.SMALL)));
    }

    @Test
    void takesThePlaceOfAModelsOwn() {
        Path model =
                TestModels.write(
                        folder.resolve("m.safetensors"), TestModels.singleFile(TestModels.SMALL));
        Path other =
                TestModels.write(
                        file(), TestModels.vae(TestModels.SMALL, ""), DType.BF16, Map.of());
        Checkpoint checkpoint = Checkpoint.open(model, CheckpointOptions.NONE.withVae(other));
        assertThat(checkpoint.weights(Component.VAE).values())
                .allSatisfy(source -> assertThat(source.file().path()).isEqualTo(other));
        assertThat(checkpoint.weights(Component.UNET).values())
                .allSatisfy(source -> assertThat(source.file().path()).isEqualTo(model));
    }

    @Test
    void givesAModelWithoutVaeOne() {
        Map<String, List<Long>> shapes =
                new LinkedHashMap<>(TestModels.singleFile(TestModels.SMALL));
        shapes.keySet().removeIf(name -> name.startsWith("first_stage_model."));
        Path model = TestModels.write(folder.resolve("m.safetensors"), shapes);
        Path other = TestModels.write(file(), SHAPES);
        assertThat(Checkpoint.open(model, CheckpointOptions.NONE.withVae(other)).components())
                .contains(Component.VAE);
    }

    @Test
    void refusesAFileWithoutOne() {
        Path unet = TestModels.write(file(), TestModels.unet(TestModels.SMALL, ""));
        assertThatThrownBy(() -> VaeFile.open(unet))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("holds no VAE");
    }

    @Test
    void namesWhatIsMissing() {
        Map<String, List<Long>> shapes = new LinkedHashMap<>(TestModels.vae(TestModels.SMALL, ""));
        shapes.remove("decoder.mid.attn_1.q.bias");
        Path path = TestModels.write(file(), shapes);
        assertThatThrownBy(() -> VaeFile.open(path))
                .hasMessageContaining("1 missing: decoder.mid.attn_1.q.bias");
    }

    private Path file() {
        return folder.resolve("vae.safetensors");
    }

    private static void assertOpens(Path path) {
        VaeFile vae = VaeFile.open(path);
        assertThat(vae.config()).isEqualTo(TestModels.SMALL.vae());
        assertThat(vae.weights().keySet()).isEqualTo(SHAPES.keySet());
        vae.weights()
                .forEach((name, source) -> assertThat(source.shape()).isEqualTo(SHAPES.get(name)));
    }
}
