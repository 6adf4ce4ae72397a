package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.weights.FloatConversion.Outcome;
import atelier.model.AtelierException;
import atelier.model.generation.PredictionType;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointConverterTest {

    private static final Path TINY = Reference.root().resolve("tiny-sdxl");

    @TempDir Path folder;

    private Path small;

    @BeforeEach
    void smallModel() {
        small =
                TestModels.write(
                        folder.resolve("small.safetensors"),
                        TestModels.singleFile(TestModels.SMALL),
                        DType.F32,
                        Map.of("modelspec.title", "Small", "modelspec.hash_sha256", "0x1"));
    }

    @Test
    @Tag("reference")
    void folderToFileToFolderKeepsEveryBit() throws IOException {
        Path file = folder.resolve("tiny.safetensors");
        Path back = folder.resolve("back");
        convert(TINY, file, CheckpointLayout.SINGLE_FILE, null, null);
        ConversionResult result =
                convert(file, back, CheckpointLayout.DIFFUSERS_FOLDER, null, TINY);
        assertThat(result.hasTokenizers()).isTrue();
        Checkpoint before = Checkpoint.open(TINY);
        Checkpoint after = Checkpoint.open(back);
        for (Component component : Component.values()) {
            assertSame(before.weights(component), after.weights(component));
        }
        assertThat(after.unet()).isEqualTo(before.unet());
        assertThat(after.vae()).isEqualTo(before.vae());
        assertThat(after.textEncoder(Component.TEXT_ENCODER_1))
                .isEqualTo(before.textEncoder(Component.TEXT_ENCODER_1));
        assertThat(after.textEncoder(Component.TEXT_ENCODER_2))
                .isEqualTo(before.textEncoder(Component.TEXT_ENCODER_2));
        assertThat(after.prediction().type()).isEqualTo(before.prediction().type());
        for (String name :
                List.of(
                        "tokenizer/vocab.json",
                        "tokenizer/merges.txt",
                        "tokenizer_2/tokenizer_config.json")) {
            assertThat(back.resolve(name)).hasSameBinaryContentAs(TINY.resolve(name));
        }
    }

    /**
     * What diffusers' own conversion script wrote, name for name and bit for bit, in both types.
     */
    @Test
    @Tag("reference")
    void folderToFileGivesTheFilesOfTheReference() {
        for (Map.Entry<String, DType> expected :
                Map.of(
                                "tiny-sdxl-ldm.safetensors",
                                DType.F32,
                                "tiny-sdxl-ldm-fp16.safetensors",
                                DType.F16)
                        .entrySet()) {
            Path file = folder.resolve(expected.getKey());
            convert(TINY, file, CheckpointLayout.SINGLE_FILE, expected.getValue(), null);
            SafetensorsFile want =
                    SafetensorsFile.open(Reference.root().resolve(expected.getKey()));
            SafetensorsFile got = SafetensorsFile.open(file);
            assertThat(got.tensors().keySet()).isEqualTo(want.tensors().keySet());
            try (SafetensorsMapping wanted = SafetensorsMapping.open(want);
                    SafetensorsMapping gotten = SafetensorsMapping.open(got)) {
                want.tensors()
                        .forEach((name, tensor) -> {
                            assertThat(got.tensors().get(name).shape()).isEqualTo(tensor.shape());
                            assertThat(gotten.buffer(got.tensors().get(name)))
                                    .as(name)
                                    .isEqualTo(wanted.buffer(tensor));
                        });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16", "F32"})
    void convertsEveryTensor(DType dtype) {
        Path target = folder.resolve("new");
        List<Progress> heard = new ArrayList<>();
        ConversionResult result =
                CheckpointConverter.convert(
                        order(small, target, CheckpointLayout.DIFFUSERS_FOLDER, dtype, null),
                        heard::add,
                        new CancelToken());
        Checkpoint before = Checkpoint.open(small);
        Checkpoint after = Checkpoint.open(target);
        for (Component component : Component.values()) {
            before.weights(component)
                    .forEach((name, source) -> {
                        WeightSource converted = after.weights(component).get(name);
                        assertThat(converted.dtype()).isEqualTo(dtype);
                        float[] want = Values.of(source);
                        for (int i = 0; i < want.length; i++) {
                            want[i] =
                                    switch (dtype) {
                                        case F16 ->
                                                Float.float16ToFloat(Float.floatToFloat16(want[i]));
                                        case BF16 ->
                                                Float.intBitsToFloat(
                                                        FloatConversion.toBrainFloat(want[i])
                                                                << 16);
                                        default -> want[i];
                                    };
                        }
                        assertThat(Values.of(converted)).isEqualTo(want);
                    });
        }
        assertThat(result.outcome()).isEqualTo(Outcome.NONE);
        assertThat(result.hasTokenizers()).isFalse();
        assertThat(heard.getLast().done()).isEqualTo(result.tensors());
        assertThat(heard)
                .allSatisfy(progress -> assertThat(progress.total()).isEqualTo(result.tensors()));
    }

    @Test
    void changesOnlyTheTypeOfAFileAndKeepsItsMetadata() {
        Path target = folder.resolve("half.safetensors");
        convert(small, target, CheckpointLayout.SINGLE_FILE, DType.BF16, null);
        SafetensorsFile before = SafetensorsFile.open(small);
        SafetensorsFile after = SafetensorsFile.open(target);
        assertThat(after.tensors().keySet())
                .containsExactlyInAnyOrderElementsOf(before.tensors().keySet());
        assertThat(after.metadata())
                .containsEntry("modelspec.title", "Small")
                .containsEntry("modelspec.prediction_type", "epsilon")
                .doesNotContainKey("modelspec.hash_sha256");
        assertThat(ConfigOverrides.besideFile(target)).doesNotExist();
    }

    @Test
    void carriesThePredictionAlong() {
        Path file = folder.resolve("v.safetensors");
        CheckpointOptions options =
                CheckpointOptions.NONE
                        .withPrediction(PredictionType.V_PREDICTION)
                        .withZeroTerminalSnr(true);
        CheckpointConverter.convert(
                new ConversionOrder(small, options, file, CheckpointLayout.SINGLE_FILE, null, null),
                ProgressListener.NONE,
                new CancelToken());
        assertThat(Checkpoint.open(file).prediction())
                .isEqualTo(
                        new Prediction(PredictionType.V_PREDICTION, true, "marker tensor v_pred"));
        Path back = folder.resolve("back");
        convert(file, back, CheckpointLayout.DIFFUSERS_FOLDER, null, null);
        assertThat(Checkpoint.open(back).prediction())
                .isEqualTo(
                        new Prediction(PredictionType.V_PREDICTION, true, "scheduler_config.json"));
    }

    @Test
    void countsValuesThatTheNewTypeCannotHold() throws IOException {
        SafetensorsFile file = SafetensorsFile.open(small);
        long at = file.tensors().get("model.diffusion_model.input_blocks.0.0.weight").begin();
        byte[] bytes = Files.readAllBytes(small);
        ByteBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat((int) at, 70_000f).putFloat((int) at + 4, Float.NaN);
        Files.write(small, bytes);
        ConversionResult result =
                convert(
                        small,
                        folder.resolve("half.safetensors"),
                        CheckpointLayout.SINGLE_FILE,
                        DType.F16,
                        null);
        assertThat(result.outcome()).isEqualTo(new Outcome(1, 1));
    }

    @Test
    void makesTokenizersOfOneFolderForBoth() throws IOException {
        Path clip = Files.createDirectory(folder.resolve("clip"));
        Files.writeString(clip.resolve("vocab.json"), "{}");
        Files.writeString(clip.resolve("merges.txt"), "");
        Path target = folder.resolve("new");
        assertThat(
                        convert(small, target, CheckpointLayout.DIFFUSERS_FOLDER, null, clip)
                                .hasTokenizers())
                .isTrue();
        assertThat(target.resolve("tokenizer/tokenizer_config.json"))
                .content()
                .contains("\"pad_token\" : \"<|endoftext|>\"");
        assertThat(target.resolve("tokenizer_2/tokenizer_config.json"))
                .content()
                .contains("\"pad_token\" : \"!\"");
        assertThat(target.resolve("model_index.json")).content().contains("CLIPTokenizer");
    }

    @Test
    void refusesToReplaceAnything() {
        assertThatThrownBy(() -> convert(small, small, CheckpointLayout.SINGLE_FILE, null, null))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void leavesNothingWhenCancelled() throws IOException {
        for (CheckpointLayout layout : CheckpointLayout.values()) {
            CancelToken cancel = new CancelToken();
            ProgressListener stop =
                    progress -> {
                        if (progress.done() > progress.total() / 2) {
                            cancel.cancel();
                        }
                    };
            Path target = folder.resolve("new");
            assertThatThrownBy(() ->
                            CheckpointConverter.convert(
                                    order(TINY, target, layout, null, null), stop, cancel))
                    .isInstanceOf(CancelledException.class);
            assertOnlyTheSourceIsThere();
        }
    }

    @Test
    void leavesNothingWhenTheTokenizersAreWrong() throws IOException {
        assertThatThrownBy(() ->
                        convert(
                                small,
                                folder.resolve("new"),
                                CheckpointLayout.DIFFUSERS_FOLDER,
                                null,
                                folder))
                .hasMessageContaining("holds no tokenizer");
        assertOnlyTheSourceIsThere();
    }

    private void assertOnlyTheSourceIsThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(small);
        }
    }

    private static void assertSame(
            Map<String, WeightSource> before, Map<String, WeightSource> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Map<String, DType> types = new LinkedHashMap<>();
        before.forEach((name, source) -> types.put(name, source.dtype()));
        after.forEach((name, source) -> {
            assertThat(source.dtype()).isEqualTo(types.get(name));
            assertThat(Values.bits(Values.of(source)))
                    .isEqualTo(Values.bits(Values.of(before.get(name))));
        });
    }

    private static ConversionResult convert(
            Path source,
            Path target,
            CheckpointLayout layout,
            @Nullable DType dtype,
            @Nullable Path tokenizers) {
        return CheckpointConverter.convert(
                order(source, target, layout, dtype, tokenizers),
                ProgressListener.NONE,
                new CancelToken());
    }

    private static ConversionOrder order(
            Path source,
            Path target,
            CheckpointLayout layout,
            @Nullable DType dtype,
            @Nullable Path tokenizers) {
        return new ConversionOrder(
                source, CheckpointOptions.NONE, target, layout, dtype, tokenizers);
    }
}
