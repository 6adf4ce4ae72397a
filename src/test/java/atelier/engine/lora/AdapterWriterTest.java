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
import atelier.model.adapter.AdapterLayout;
import atelier.model.adapter.AdapterMethod;
import atelier.model.adapter.ModuleGroup;
import atelier.model.adapter.Thumbnail;
import atelier.model.generation.PredictionType;
import atelier.model.library.ModelFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class AdapterWriterTest {

    private static final String LINEAR =
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k";
    private static final String CONVOLUTION = "down_blocks.0.resnets.0.conv1";
    private static final String TEXT = "text_model.encoder.layers.0.self_attn.q_proj";

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

    private static List<TrainedLayer> layers() {
        return layers(AdapterFormat.KOHYA);
    }

    /** diffusers' format has one rank for all. */
    private static List<TrainedLayer> layers(AdapterFormat format) {
        int convolutionRank = format == AdapterFormat.KOHYA ? 2 : 4;
        return List.of(
                layer(Component.UNET, LINEAR, 4, 32, 80),
                layer(Component.UNET, CONVOLUTION, convolutionRank, 32, 32, 3, 3),
                layer(Component.TEXT_ENCODER_1, TEXT, 4, 32, 32),
                layer(Component.TEXT_ENCODER_2, "text_projection", 4, 40, 48));
    }

    /** Alpha is 3 throughout. */
    private static TrainedLayer layer(
            Component component, String module, int rank, int out, long... in) {
        List<Long> down = new ArrayList<>(List.of((long) rank));
        Arrays.stream(in).forEach(down::add);
        List<Long> up =
                in.length == 1
                        ? List.of((long) out, (long) rank)
                        : List.of((long) out, (long) rank, 1L, 1L);
        int inputs = Math.toIntExact(Arrays.stream(in).reduce(1, Math::multiplyExact));
        List<Long> weight = new ArrayList<>(down);
        weight.set(0, (long) out);
        return new TrainedLayer(
                component,
                module,
                weight,
                Map.of(
                        TensorRole.DOWN,
                        new TrainedTensor(Doubles.random(module.hashCode(), rank * inputs), down),
                        TensorRole.UP,
                        new TrainedTensor(Doubles.random(~module.hashCode(), rank * out), up)),
                rank,
                3);
    }

    private static AdapterDescription description(Map<String, String> training) {
        return new AdapterDescription(
                "My \"Hero\" ü",
                "my hero",
                "somebody",
                null,
                "1024x1024",
                PredictionType.EPSILON,
                Instant.parse("2026-02-03T04:05:06.789Z"),
                Thumbnail.of("image/jpeg", new byte[] {1, 2, 3}),
                new LinkedHashMap<>(training));
    }

    private Path write(
            AdapterFormat format,
            DType type,
            List<TrainedLayer> layers,
            Map<String, String> training) {
        Path path = folder.resolve("my-hero.safetensors");
        adapted.write(format, type, path, layers, description(training));
        return path;
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenChangesTheModelAsTrained() {
        Map<DType, Double> tolerances =
                Map.of(DType.F32, 1e-6, DType.F16, 2e-3, DType.BF16, 1.5e-2);
        return Stream.of(AdapterFormat.values())
                .flatMap(format ->
                        tolerances.keySet().stream()
                                .map(type ->
                                        DynamicTest.dynamicTest(
                                                format + " " + type,
                                                () ->
                                                        assertTrained(
                                                                format,
                                                                write(
                                                                        format,
                                                                        type,
                                                                        layers(format),
                                                                        Map.of()),
                                                                tolerances.get(type)))));
    }

    private static void assertTrained(AdapterFormat format, Path path, double tolerance) {
        WeightedAdapter adapter = TinyAdapted.adapter(path, 1);
        for (TrainedLayer layer : layers(format)) {
            double[] delta =
                    Doubles.product(
                            Doubles.of(layer.tensor(TensorRole.UP).values()),
                            Doubles.of(layer.tensor(TensorRole.DOWN).values()),
                            layer.rank());
            double[] want =
                    Doubles.sum(
                            adapted.base(layer.component(), layer.module()),
                            Doubles.times(delta, layer.alpha() / layer.rank()));
            double[] got = adapted.weight(layer.component(), layer.module(), adapter);
            assertThat(Doubles.largestDifference(got, want))
                    .as(layer.module())
                    .isLessThan(tolerance);
        }
    }

    @Test
    void kohyaNamesAreThoseThatOtherProgramsKnow() {
        assertThat(
                        SafetensorsFile.open(
                                        write(AdapterFormat.KOHYA, DType.F16, layers(), Map.of()))
                                .tensors()
                                .keySet())
                .contains(
                        "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k.alpha",
                        "lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k.lora_down.weight",
                        "lora_unet_input_blocks_1_0_in_layers_2.lora_up.weight",
                        "lora_te1_text_model_encoder_layers_0_self_attn_q_proj.lora_down.weight",
                        "lora_te2_text_projection.lora_up.weight")
                .hasSize(12);
    }

    @Test
    void diffusersNamesCarryNoAlpha() {
        assertThat(
                        SafetensorsFile.open(
                                        write(
                                                AdapterFormat.DIFFUSERS,
                                                DType.F32,
                                                layers(AdapterFormat.DIFFUSERS),
                                                Map.of()))
                                .tensors()
                                .keySet())
                .contains(
                        "unet." + LINEAR + ".lora_A.weight",
                        "unet." + CONVOLUTION + ".lora_B.weight",
                        "text_encoder." + TEXT + ".lora_A.weight",
                        "text_encoder_2.text_projection.lora_B.weight")
                .hasSize(8);
    }

    @Test
    void saysWhatItIs() {
        Path path =
                write(
                        AdapterFormat.KOHYA,
                        DType.BF16,
                        layers(),
                        Map.of("ss_steps", "2000", "ss_sd_model_name", "base"));
        AdapterInfo info = AdapterFile.open(path).info();
        assertThat(info.layout()).isEqualTo(AdapterLayout.KOHYA);
        assertThat(info.family()).isEqualTo(ModelFamily.SDXL);
        assertThat(info.title()).isEqualTo("My \"Hero\" ü");
        assertThat(info.triggerPhrase()).isEqualTo("my hero");
        assertThat(info.baseName()).isEqualTo("base");
        assertThat(info.thumbnail()).isTrue();
        assertThat(info.types()).containsExactly("BF16");
        assertThat(info.groups())
                .containsExactlyInAnyOrder(
                        new ModuleGroup("UNet", AdapterMethod.LORA, false, false, 4, 3, 1),
                        new ModuleGroup("UNet", AdapterMethod.LORA, false, true, 2, 3, 1),
                        new ModuleGroup(
                                "first text encoder", AdapterMethod.LORA, false, false, 4, 3, 1),
                        new ModuleGroup(
                                "second text encoder", AdapterMethod.LORA, false, false, 4, 3, 1));
        assertThat(info.metadata())
                .containsAllEntriesOf(
                        Map.ofEntries(
                                Map.entry("ss_v2", "False"),
                                Map.entry("ss_base_model_version", "sdxl_base_v1-0"),
                                Map.entry("ss_network_module", "networks.lora"),
                                Map.entry("ss_network_dim", "4"),
                                Map.entry("ss_network_alpha", "3.0"),
                                Map.entry(
                                        "ss_network_args",
                                        "{\"conv_dim\":\"2\",\"conv_alpha\":\"3.0\"}"),
                                Map.entry("ss_output_name", "my-hero"),
                                Map.entry("ss_steps", "2000"),
                                Map.entry("modelspec.sai_model_spec", "1.0.1"),
                                Map.entry(
                                        "modelspec.architecture",
                                        "stable-diffusion-xl-v1-base/lora"),
                                Map.entry("modelspec.resolution", "1024x1024"),
                                Map.entry("modelspec.prediction_type", "epsilon"),
                                Map.entry("modelspec.date", "2026-02-03T04:05:06Z"),
                                Map.entry("modelspec.author", "somebody")))
                .doesNotContainKey("modelspec.description");
        assertThat(SafetensorsFile.open(path).metadata().get("modelspec.thumbnail"))
                .isEqualTo("data:image/jpeg;base64,AQID");
    }

    /**
     * Large enough that the old hash's window lies in the data; the file it speaks of is put
     * together by hand.
     */
    @Test
    void hashesAreThoseOfTheFileWithItsTrainingLinesAlone()
            throws IOException, NoSuchAlgorithmException {
        int rank = 8_000;
        Map<String, String> training =
                Map.of("ss_seed", "7", "ss_tag_frequency", "{\"a\\n\": {\"ü\": 1}}");
        Path path =
                write(
                        AdapterFormat.KOHYA,
                        DType.F16,
                        List.of(layer(Component.UNET, LINEAR, rank, 32, 80)),
                        training);
        SafetensorsFile file = SafetensorsFile.open(path);
        byte[] all = Files.readAllBytes(path);
        byte[] data = Arrays.copyOfRange(all, Math.toIntExact(file.dataBegin()), all.length);
        assertThat(file.metadata().get("sshs_model_hash")).isEqualTo(sha256(data));
        assertThat(file.metadata().get("modelspec.hash_sha256")).isEqualTo("0x" + sha256(data));
        byte[] bare = bare(file, data);
        byte[] window = Arrays.copyOfRange(bare, 0x100000, 0x110000);
        assertThat(file.metadata().get("sshs_legacy_hash"))
                .isEqualTo(sha256(window).substring(0, 8));
    }

    private static byte[] bare(SafetensorsFile file, byte[] data) throws IOException {
        SequencedMap<String, String> lines = new TreeMap<>();
        file.metadata()
                .forEach((key, value) -> {
                    if (key.startsWith("ss_")) {
                        lines.put(key, value);
                    }
                });
        String metadata =
                lines.entrySet().stream()
                        .map(line -> quoted(line.getKey()) + ":" + quoted(line.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        String tensors =
                file.tensors().values().stream()
                        .map(tensor ->
                                ",%s:{\"dtype\":\"F16\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                                        .formatted(
                                                quoted(tensor.name()),
                                                tensor.shape().toString().replace(" ", ""),
                                                tensor.begin() - file.dataBegin(),
                                                tensor.end() - file.dataBegin()))
                        .collect(Collectors.joining());
        byte[] json =
                ("{\"__metadata__\":" + metadata + tensors + "}").getBytes(StandardCharsets.UTF_8);
        int length = (json.length + 7) / 8 * 8;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        bytes.write(json);
        bytes.write(" ".repeat(length - json.length).getBytes(StandardCharsets.US_ASCII));
        bytes.write(data);
        return bytes.toByteArray();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void refusesValuesThatAreNotFinite() throws IOException {
        TrainedLayer layer = layer(Component.UNET, LINEAR, 4, 32, 80);
        layer.tensor(TensorRole.UP).values()[5] = Float.NaN;
        assertRefused(
                layer,
                DType.F32,
                "its layer " + LINEAR + " holds values that are infinite or not a number");
    }

    @Test
    void refusesValuesTooLargeForTheType() throws IOException {
        TrainedLayer layer = layer(Component.UNET, LINEAR, 4, 32, 80);
        layer.tensor(TensorRole.DOWN).values()[5] = 70_000;
        assertRefused(layer, DType.F16, "holds values too large for F16: write it as BF16 or F32.");
    }

    private void assertRefused(TrainedLayer layer, DType type, String says) throws IOException {
        Path old = Files.writeString(folder.resolve("my-hero.safetensors"), "old");
        assertThatThrownBy(() -> write(AdapterFormat.KOHYA, type, List.of(layer), Map.of()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(says);
        assertThat(old).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(old);
        }
    }

    @Test
    void refusesAShapeThatItsValuesDoNotFill() {
        assertThatThrownBy(() -> new TrainedTensor(new float[3], List.of(2L, 2L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
