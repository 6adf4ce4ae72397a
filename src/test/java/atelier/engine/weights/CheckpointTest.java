package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    @TempDir Path folder;

    private Map<String, List<Long>> shapes;
    private Path path;

    @BeforeEach
    void wholeModel() {
        shapes = new LinkedHashMap<>(TestModels.singleFile(TestModels.SMALL));
        path = folder.resolve("model.safetensors");
    }

    @Test
    void tellsAllSizesFromASingleFile() {
        Checkpoint checkpoint = open();
        assertThat(checkpoint.layout()).isEqualTo(CheckpointLayout.SINGLE_FILE);
        assertThat(checkpoint.components()).containsExactlyInAnyOrder(Component.values());
        assertThat(checkpoint.unet()).isEqualTo(TestModels.SMALL.unet());
        assertThat(checkpoint.vae()).isEqualTo(TestModels.SMALL.vae());
        assertThat(checkpoint.textEncoder(Component.TEXT_ENCODER_1))
                .isEqualTo(TestModels.SMALL.first());
        assertThat(checkpoint.textEncoder(Component.TEXT_ENCODER_2))
                .isEqualTo(TestModels.SMALL.second());
        assertThat(checkpoint.forceZerosForEmptyPrompt()).isTrue();
        assertThat(checkpoint.tokenizer(Component.TEXT_ENCODER_1)).isEmpty();
    }

    @Test
    void tellsSdxlsSizesFromItsNamesAndShapes() {
        Map<String, List<Long>> names = TestModels.unet(TestModels.SDXL, "");
        KeyMap keys = KeyMap.unet(UNetStructure.ofOriginalNames(names.keySet()));
        Map<String, List<Long>> told = new LinkedHashMap<>();
        names.forEach((name, shape) ->
                keys.toDiffusers(name).forEach(pair -> told.put(pair.diffusers(), shape)));
        assertThat(ConfigReader.unet(new ConfigInference(told, "x").unet(null), "x"))
                .isEqualTo(TestModels.SDXL.unet());
        assertThat(ConfigReader.unet(new ConfigInference(told, "x").unet(1280), "x"))
                .isEqualTo(TestModels.SDXL.unet());
        assertThat(
                        ConfigReader.vae(
                                new ConfigInference(VaeShapes.of(TestModels.SDXL.vae()), "x").vae(),
                                "x"))
                .isEqualTo(TestModels.SDXL.vae());
        ConfigInference second =
                new ConfigInference(TextEncoderShapes.of(TestModels.SDXL.second()), "x");
        assertThat(ConfigReader.textEncoder(second.textEncoder(Component.TEXT_ENCODER_2), "x"))
                .isEqualTo(TestModels.SDXL.second());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.diffusion_model.", "diffusion_model.", ""})
    void opensAUNetAlone(String prefix) {
        TestModels.write(path, TestModels.unet(TestModels.SMALL, prefix));
        Path config = folder.resolve("sizes.json");
        write(config, "{\"unet\":{\"addition_time_embed_dim\":16}}");
        Checkpoint checkpoint = Checkpoint.open(path, CheckpointOptions.NONE.withConfig(config));
        assertThat(checkpoint.components()).containsExactly(Component.UNET);
        assertThat(checkpoint.unet()).isEqualTo(TestModels.SMALL.unet());
        assertThatThrownBy(() -> checkpoint.weights(Component.VAE))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("has no VAE: choose a VAE file");
        assertThatThrownBy(() -> checkpoint.textEncoder(Component.TEXT_ENCODER_2))
                .hasMessageContaining("has no second text encoder");
    }

    @Test
    void opensAUNetWithDiffusersNamesInAFile() {
        TestModels.write(path, UNetShapes.of(TestModels.SMALL.unet()));
        write(
                folder.resolve("model.safetensors.config.json"),
                "{\"unet\":{\"addition_time_embed_dim\":16}}");
        assertThat(Checkpoint.open(path).unet()).isEqualTo(TestModels.SMALL.unet());
    }

    @Test
    void namesMissingSurplusAndMisshapenTensors() {
        List<String> removed =
                shapes.keySet().stream()
                        .filter(name ->
                                name.startsWith(
                                        "model.diffusion_model.middle_block.1.transformer_blocks.0.ff"))
                        .toList();
        removed.forEach(shapes::remove);
        shapes.put("first_stage_model.decoder.extra", List.of(1L));
        shapes.put("stranger", List.of(1L));
        shapes.put("model.diffusion_model.out.2.bias", List.of(5L));
        assertThatThrownBy(this::open)
                .isInstanceOf(AtelierException.class)
                .message()
                .startsWith(path.toString())
                .contains("4 missing: ")
                .contains(removed)
                .contains("2 surplus: stranger, first_stage_model.decoder.extra")
                .contains("1 misshapen: model.diffusion_model.out.2.bias is [5] instead of [4]")
                .endsWith(".");
    }

    @Test
    void namesTheFirstTenAndCountsTheRest() {
        shapes.keySet().removeIf(name -> name.contains("output_blocks.0.0"));
        assertThatThrownBy(this::open).message().contains("12 missing: ").contains(" and 2 more");
    }

    @Test
    void saysWhenAStackedTensorHasTheWrongSize() {
        shapes.put(
                "conditioner.embedders.1.model.transformer.resblocks.0.attn.in_proj_bias",
                List.of(100L));
        assertThatThrownBy(this::open)
                .hasMessageContaining(
                        "1 misshapen: conditioner.embedders.1.model.transformer.resblocks.0.attn.in_proj_bias");
    }

    @Test
    void ignoresWhatNoNetworkComputesWith() {
        for (String name :
                List.of(
                        "model_ema.decay",
                        "model_ema.diffusion_modelinput_blocks00weight",
                        "conditioner.embedders.0.transformer.text_model.embeddings.position_ids",
                        "conditioner.embedders.1.model.logit_scale",
                        "denoiser.sigmas",
                        "alphas_cumprod",
                        "alphas_cumprod_prev",
                        "sqrt_one_minus_alphas_cumprod",
                        "sqrt_recipm1_alphas_cumprod",
                        "log_one_minus_alphas_cumprod",
                        "posterior_variance",
                        "betas",
                        "first_stage_model.loss.logvar")) {
            shapes.put(name, List.of(1L));
        }
        assertThat(open().weights(Component.UNET))
                .hasSameSizeAs(UNetShapes.of(TestModels.SMALL.unet()));
    }

    @Test
    void refusesWeightsOfAnotherType() {
        TestModels.write(path, shapes);
        SafetensorsWriter writer = new SafetensorsWriter();
        shapes.forEach((name, shape) -> {
            boolean odd = name.equals("model.diffusion_model.out.2.bias");
            long size = shape.stream().reduce(odd ? 1L : 4L, (a, b) -> a * b);
            writer.tensor(
                    name,
                    odd ? DType.F8_E4M3 : DType.F32,
                    shape,
                    channel -> channel.write(ByteBuffer.allocate((int) size)));
        });
        writer.write(path, ProgressListener.NONE, new CancelToken());
        assertThatThrownBy(() -> Checkpoint.open(path))
                .hasMessageContaining("model.diffusion_model.out.2.bias is F8_E4M3");
    }

    @Test
    void saysWhatTheTensorsCannotTell() {
        TestModels.Sizes odd =
                new TestModels.Sizes(
                        TestModels.SMALL.unet(),
                        new VaeConfig(3, 4, List.of(24, 24), 1, 8, 0.13025),
                        TestModels.SMALL.first(),
                        TestModels.SMALL.second());
        TestModels.write(path, TestModels.singleFile(odd));
        assertThatThrownBy(() -> Checkpoint.open(path))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("\"norm_num_groups\" 32")
                .hasMessageContaining("model.safetensors.config.json under \"vae\"");
        write(folder.resolve("model.safetensors.config.json"), "{\"vae\":{\"norm_num_groups\":8}}");
        assertThat(Checkpoint.open(path).vae()).isEqualTo(odd.vae());
    }

    @Test
    void refusesPartsThatDoNotFitEachOther() {
        shapes.entrySet().removeIf(entry -> entry.getKey().startsWith("conditioner.embedders.0"));
        TextEncoderShapes.of(TestModels.SDXL.first())
                .forEach((name, shape) -> {
                    if (!name.contains("layers.") || name.contains("layers.0.")) {
                        shapes.put("conditioner.embedders.0.transformer." + name, shape);
                    }
                });
        shapes.replaceAll(
                (name, shape) -> shape.equals(List.of(49408L, 768L)) ? List.of(2L, 768L) : shape);
        assertThatThrownBy(this::open)
                .hasMessageContaining(
                        "its text encoders give 832 values a token, but its UNet takes 128");
    }

    @Test
    void predictsNoiseUnlessAMarkSaysOtherwise() {
        assertThat(open().prediction())
                .isEqualTo(new Prediction(PredictionType.EPSILON, false, "SDXL's default"));
        shapes.put("v_pred", List.of(0L));
        assertThat(open().prediction())
                .isEqualTo(
                        new Prediction(PredictionType.V_PREDICTION, false, "marker tensor v_pred"));
        shapes.put("ztsnr", List.of(0L));
        assertThat(open().prediction().zeroTerminalSnr()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"v, V_PREDICTION", "v_prediction, V_PREDICTION", "epsilon, EPSILON"})
    void readsThePredictionFromMetadata(String value, PredictionType type) {
        TestModels.write(path, shapes, DType.F16, Map.of("modelspec.prediction_type", value));
        assertThat(Checkpoint.open(path).prediction())
                .isEqualTo(new Prediction(type, false, "metadata modelspec.prediction_type"));
    }

    @Test
    void theUsersChoiceGoesBeforeEverything() {
        shapes.put("v_pred", List.of(0L));
        shapes.put("ztsnr", List.of(0L));
        TestModels.write(path, shapes);
        CheckpointOptions options =
                CheckpointOptions.NONE
                        .withPrediction(PredictionType.EPSILON)
                        .withZeroTerminalSnr(false);
        assertThat(Checkpoint.open(path, options).prediction())
                .isEqualTo(new Prediction(PredictionType.EPSILON, false, "chosen"));
    }

    @Test
    void aConfigurationBesideTheFileSaysWhatIsPredicted() {
        TestModels.write(path, shapes);
        write(
                folder.resolve("model.safetensors.config.json"),
                "{\"scheduler\":{\"prediction_type\":\"v_prediction\",\"rescale_betas_zero_snr\":true}}");
        Prediction prediction = Checkpoint.open(path).prediction();
        assertThat(prediction.type()).isEqualTo(PredictionType.V_PREDICTION);
        assertThat(prediction.zeroTerminalSnr()).isTrue();
        assertThat(prediction.source()).endsWith("model.safetensors.config.json");
    }

    @Test
    void refusesAnotherKindOfPrediction() {
        TestModels.write(path, shapes, DType.F32, Map.of("modelspec.prediction_type", "sample"));
        assertThatThrownBy(() -> Checkpoint.open(path)).hasMessageContaining("predicts \"sample\"");
    }

    @Test
    void noticesThatAFileChanged() throws IOException {
        Checkpoint checkpoint = open();
        checkpoint.requireUnchanged();
        Files.write(path, new byte[] {0}, StandardOpenOption.APPEND);
        assertThatThrownBy(checkpoint::requireUnchanged)
                .hasMessageContaining("model.safetensors changed while in use");
    }

    private Checkpoint open() {
        return Checkpoint.open(TestModels.write(path, shapes));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
