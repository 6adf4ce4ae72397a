package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffusersFolderTest {

    private static final Map<String, List<Long>> UNET = UNetShapes.of(TestModels.SMALL.unet());

    @TempDir Path folder;

    private Path unet;

    @BeforeEach
    void unetFolder() throws IOException {
        unet = Files.createDirectories(folder.resolve("unet"));
        Files.writeString(
                unet.resolve("config.json"), new ConfigInference(UNET, "x").unet(32).toString());
    }

    @Test
    void readsShardsThatAnIndexNames() throws IOException {
        shards("a.safetensors", "b.safetensors");
        Checkpoint checkpoint = Checkpoint.open(folder);
        assertThat(checkpoint.layout()).isEqualTo(CheckpointLayout.DIFFUSERS_FOLDER);
        assertThat(checkpoint.weights(Component.UNET).keySet()).isEqualTo(UNET.keySet());
        assertThat(checkpoint.files(Component.UNET)).hasSize(2);
        assertThat(checkpoint.unet()).isEqualTo(TestModels.SMALL.unet());
    }

    @ParameterizedTest
    @CsvSource({"../a.safetensors", "/a.safetensors", "..\\a.safetensors", "a.bin"})
    void refusesAnIndexThatNamesFilesElsewhere(String name) throws IOException {
        shards("a.safetensors", "b.safetensors");
        index(name, "b.safetensors");
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("which is no file beside it");
    }

    @Test
    void saysWhichShardIsMissing() throws IOException {
        shards("a.safetensors", "b.safetensors");
        Files.delete(unet.resolve("b.safetensors"));
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .hasMessageContaining("b.safetensors does not exist");
    }

    @Test
    void prefersThePlainFileToHalfPrecision() {
        TestModels.write(
                unet.resolve("diffusion_pytorch_model.fp16.safetensors"),
                UNET,
                DType.F16,
                Map.of());
        assertThat(dtype()).isEqualTo(DType.F16);
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        assertThat(dtype()).isEqualTo(DType.F32);
    }

    @Test
    void tellsTheSizesWhereTheConfigurationIsMissing() throws IOException {
        UNetConfig sizes =
                new UNetConfig(
                        4, 4, List.of(32, 64), 1, List.of(0, 1), List.of(1, 1), 128, 32, 256, 32);
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNetShapes.of(sizes));
        Files.delete(unet.resolve("config.json"));
        assertThat(Checkpoint.open(folder).unet()).isEqualTo(sizes);
    }

    @Test
    void saysWhereToPutASizeThatTheTensorsCannotTell() throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        Files.delete(unet.resolve("config.json"));
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .hasMessageContaining("so put it into " + unet.resolve("config.json"));
    }

    @Test
    void refusesPickledWeights() throws IOException {
        Files.write(unet.resolve("diffusion_pytorch_model.bin"), new byte[8]);
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("can run code");
    }

    @Test
    void saysThatThereAreNoWeights() {
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("holds no weights");
    }

    @Test
    void refusesAFolderThatIsNoModel() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Checkpoint.open(empty))
                .hasMessageContaining("without a model_index.json");
    }

    @ParameterizedTest
    @CsvSource({
        "FluxPipeline, a Flux model",
        "StableDiffusion3Pipeline, a Stable Diffusion 3 model"
    })
    void refusesOtherPipelinesByName(String pipeline, String said) throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        Files.writeString(
                folder.resolve("model_index.json"), "{\"_class_name\":\"" + pipeline + "\"}");
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining(said);
    }

    @Test
    void refusesEdmNoise() throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        scheduler("{\"_class_name\":\"EDMEulerScheduler\"}");
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("EDM noise");
    }

    @Test
    void readsTheSchedulersPrediction() throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        scheduler("{\"prediction_type\":\"v_prediction\",\"rescale_betas_zero_snr\":true}");
        Checkpoint checkpoint = Checkpoint.open(folder);
        assertThat(checkpoint.prediction())
                .isEqualTo(
                        new Prediction(PredictionType.V_PREDICTION, true, "scheduler_config.json"));
        assertThat(checkpoint.schedulerConfig())
                .contains(folder.resolve("scheduler/scheduler_config.json"));
    }

    @Test
    void readsWhetherZerosStandForNoPrompt() throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        Files.writeString(
                folder.resolve("model_index.json"), "{\"force_zeros_for_empty_prompt\":false}");
        assertThat(Checkpoint.open(folder).forceZerosForEmptyPrompt()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "time_cond_proj_dim, 256",
        "addition_embed_type, '\"image\"'",
        "use_linear_projection, false",
        "norm_eps, 0.001",
        "mid_block_type, '\"UNetMidBlock2D\"'"
    })
    void refusesOtherKindsOfUNet(String entry, String value) throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        String config =
                Files.readString(unet.resolve("config.json"))
                        .replaceFirst("\"" + entry + "\":[^,}]+", "\"" + entry + "\":" + value);
        Files.writeString(unet.resolve("config.json"), config);
        assertThatThrownBy(() -> Checkpoint.open(folder)).hasMessageContaining("\"" + entry + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "block_out_channels, '[32]'",
        "block_out_channels, '[32,-64]'",
        "layers_per_block, 0",
        "norm_num_groups, 7",
        "cross_attention_dim, 1.5",
        "attention_head_dim, '[1,7]'",
        "down_block_types, '[\"DownBlock2D\",\"Other\"]'",
        "projection_class_embeddings_input_dim, 3",
        "in_channels, 99999999999"
    })
    void refusesSizesThatCannotBe(String entry, String value) throws IOException {
        TestModels.write(unet.resolve("diffusion_pytorch_model.safetensors"), UNET);
        String config =
                Files.readString(unet.resolve("config.json"))
                        .replaceFirst(
                                "\"" + entry + "\":(\\[[^]]*]|[^,}]+)",
                                "\"" + entry + "\":" + value);
        Files.writeString(unet.resolve("config.json"), config);
        assertThatThrownBy(() -> Checkpoint.open(folder)).isInstanceOf(AtelierException.class);
    }

    private DType dtype() {
        return Checkpoint.open(folder).weights(Component.UNET).firstEntry().getValue().dtype();
    }

    private void scheduler(String json) throws IOException {
        Files.createDirectories(folder.resolve("scheduler"));
        Files.writeString(folder.resolve("scheduler/scheduler_config.json"), json);
    }

    private void shards(String first, String second) throws IOException {
        List<String> names = new ArrayList<>(UNET.keySet());
        Map<String, List<Long>> half = new LinkedHashMap<>(UNET);
        half.keySet().retainAll(names.subList(0, names.size() / 2));
        TestModels.write(unet.resolve(first), half);
        Map<String, List<Long>> rest = new LinkedHashMap<>(UNET);
        rest.keySet().removeAll(half.keySet());
        TestModels.write(unet.resolve(second), rest);
        index(first, second);
    }

    private void index(String first, String second) throws IOException {
        Files.writeString(
                unet.resolve("diffusion_pytorch_model.safetensors.index.json"),
                "{\"weight_map\":{\"x\":\"%s\",\"y\":\"%s\"}}"
                        .formatted(first.replace("\\", "\\\\"), second));
    }
}
