package atelier.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the reference's tiny model in both layouts, tensor by tensor. */
@Tag("reference")
class CheckpointReferenceTest {

    private static final Path FOLDER = Reference.root().resolve("tiny-sdxl");

    /**
     * The single files that the manifest names, each tensor of each network against the folder's.
     */
    @TestFactory
    Stream<DynamicNode> singleFileGivesTheWeightsOfTheFolder() {
        Checkpoint folder = Checkpoint.open(FOLDER);
        JsonNode manifest = json(Reference.root().resolve("tiny-sdxl-ldm.manifest.json"));
        List<Map.Entry<String, JsonNode>> files =
                List.copyOf(manifest.required("files").properties());
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(entry -> {
                    Path path = Reference.root().resolve(entry.getKey());
                    Checkpoint single =
                            Checkpoint.open(path, CheckpointOptions.NONE.withConfig(FOLDER));
                    DType dtype = DType.valueOf(entry.getValue().required("dtype").asString());
                    DynamicTest keys =
                            DynamicTest.dynamicTest(
                                    "keys",
                                    () ->
                                            assertThat(SafetensorsFile.open(path).tensors())
                                                    .hasSize(
                                                            entry.getValue()
                                                                    .required("keys")
                                                                    .asInt()));
                    return DynamicContainer.dynamicContainer(
                            entry.getKey(),
                            Stream.concat(
                                    Stream.of(keys),
                                    Arrays.stream(Component.values())
                                            .map(component ->
                                                    DynamicContainer.dynamicContainer(
                                                            component.label(),
                                                            comparisons(
                                                                    folder, single, component,
                                                                    dtype)))));
                });
    }

    private static Stream<DynamicNode> comparisons(
            Checkpoint folder, Checkpoint single, Component component, DType dtype) {
        Map<String, WeightSource> wanted = folder.weights(component);
        Map<String, WeightSource> got = single.weights(component);
        assertThat(got.keySet()).isEqualTo(wanted.keySet());
        return wanted.keySet().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    WeightSource source = got.get(name);
                                    assertThat(source.dtype()).isEqualTo(dtype);
                                    assertThat(source.shape()).isEqualTo(wanted.get(name).shape());
                                    float[] want = Values.of(wanted.get(name));
                                    if (dtype == DType.F16) {
                                        for (int i = 0; i < want.length; i++) {
                                            want[i] =
                                                    Float.float16ToFloat(
                                                            Float.floatToFloat16(want[i]));
                                        }
                                    }
                                    assertThat(Values.bits(Values.of(source)))
                                            .isEqualTo(Values.bits(want));
                                }));
    }

    /** The folder's tensors are those of its files, byte for byte, and none is left out. */
    @TestFactory
    Stream<DynamicNode> folderGivesEveryTensorOfItsFiles() {
        Checkpoint folder = Checkpoint.open(FOLDER);
        JsonNode parameters = json(FOLDER.resolve("manifest.json")).required("parameters");
        return Arrays.stream(Component.values())
                .map(component ->
                        DynamicTest.dynamicTest(
                                component.label(),
                                () -> {
                                    Set<String> inFiles = new HashSet<>();
                                    folder.files(component)
                                            .forEach(file ->
                                                    inFiles.addAll(file.tensors().keySet()));
                                    assertThat(folder.weights(component).keySet())
                                            .isEqualTo(inFiles);
                                    long count =
                                            folder.weights(component).values().stream()
                                                    .mapToLong(WeightSource::elements)
                                                    .sum();
                                    assertThat(count)
                                            .isEqualTo(
                                                    parameters
                                                            .required(component.folder())
                                                            .asLong());
                                }));
    }

    @Test
    void configurationsAreThoseOfTheirFiles() {
        Checkpoint folder = Checkpoint.open(FOLDER);
        JsonNode unet = json(FOLDER.resolve("unet/config.json"));
        assertThat(folder.unet().crossAttentionDim())
                .isEqualTo(unet.get("cross_attention_dim").asInt());
        assertThat(folder.unet().additionInputDim())
                .isEqualTo(unet.get("projection_class_embeddings_input_dim").asInt());
        assertThat(folder.unet().heads())
                .isEqualTo(
                        unet.get("attention_head_dim").valueStream().map(JsonNode::asInt).toList());
        assertThat(folder.vae().normGroups())
                .isEqualTo(json(FOLDER.resolve("vae/config.json")).get("norm_num_groups").asInt());
        assertThat(folder.textEncoder(Component.TEXT_ENCODER_2).projectionSize())
                .isEqualTo(folder.unet().pooledDim());
        assertThat(folder.textEncoder(Component.TEXT_ENCODER_1).projectionSize()).isZero();
        assertThat(folder.forceZerosForEmptyPrompt()).isTrue();
        assertThat(folder.tokenizer(Component.TEXT_ENCODER_2))
                .contains(FOLDER.resolve("tokenizer_2"));
    }

    /**
     * Everything that leaves a trace in the tensors is told from them, for whatever sizes the
     * reference has.
     */
    @Test
    void sizesAreToldFromTheSingleFile() {
        Checkpoint folder = Checkpoint.open(FOLDER);
        Checkpoint single =
                Checkpoint.open(
                        Reference.root().resolve("tiny-sdxl-ldm.safetensors"),
                        CheckpointOptions.NONE.withConfig(FOLDER));
        assertThat(single.unet()).isEqualTo(folder.unet());
        assertThat(single.vae()).isEqualTo(folder.vae());
        for (Component encoder : List.of(Component.TEXT_ENCODER_1, Component.TEXT_ENCODER_2)) {
            assertThat(single.textEncoder(encoder)).isEqualTo(folder.textEncoder(encoder));
        }
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        single.weights(Component.UNET).forEach((name, source) -> shapes.put(name, source.shape()));
        int pooled = folder.unet().pooledDim();
        UNetConfig told = ConfigReader.unet(new ConfigInference(shapes, "x").unet(pooled), "x");
        UNetConfig want = folder.unet();
        assertThat(told.transformerDepths()).isEqualTo(want.transformerDepths());
        assertThat(told.blockOutChannels()).isEqualTo(want.blockOutChannels());
        assertThat(told.additionTimeEmbedDim()).isEqualTo(want.additionTimeEmbedDim());
        assertThat(told.layersPerBlock()).isEqualTo(want.layersPerBlock());
        assertThat(told.crossAttentionDim()).isEqualTo(want.crossAttentionDim());
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
