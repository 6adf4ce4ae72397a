package atelier.engine.lora;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.Condition;
import atelier.engine.sdxl.TextEncoder;
import atelier.engine.weights.Component;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every file and every case of the reference's lora folder. */
@Tag("reference")
class AdapterReferenceTest {

    /** The reference's stated tolerance for merged weights. */
    private static final double MERGED = 1e-6;

    private static final Pattern SAME =
            Pattern.compile("gives the same outputs as (\\S+\\.safetensors)");
    private static final Pattern TIMESTEP = Pattern.compile("timestep (\\d+)");

    private static final Reference LORA = Reference.of("lora");
    private static TinyAdapted adapted;
    private static Map<String, float[]> plain;

    @BeforeAll
    static void load() {
        adapted = new TinyAdapted();
        plain = outputs(List.of());
    }

    @AfterAll
    static void close() {
        adapted.close();
    }

    @TestFactory
    Stream<DynamicTest> readsEveryTensorOfEveryFile() {
        return LORA.manifest()
                .get("files")
                .propertyStream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () -> {
                                    AdapterFile file = AdapterFile.open(LORA.path(entry.getKey()));
                                    long layers =
                                            LORA.tensors(entry.getKey()).names().stream()
                                                    .filter(name ->
                                                            name.matches(
                                                                    ".*(lora_down|lora_A|down)\\.weight"))
                                                    .count();
                                    assertThat(file.place(adapted.layers()))
                                            .hasSize(Math.toIntExact(layers));
                                    assertThat(file.info().groups())
                                            .allSatisfy(group ->
                                                    assertThat(group.rank())
                                                            .isEqualTo(
                                                                    LORA.manifest()
                                                                            .get("rank")
                                                                            .asInt()));
                                }));
    }

    @TestFactory
    Stream<DynamicTest> filesThatAreTheSameChangeTheSame() {
        return LORA.manifest()
                .get("files")
                .propertyStream()
                .flatMap(entry -> {
                    Matcher same = SAME.matcher(entry.getValue().asString());
                    return same.find()
                            ? Stream.of(
                                    DynamicTest.dynamicTest(
                                            entry.getKey(),
                                            () -> assertSame(entry.getKey(), same.group(1))))
                            : Stream.empty();
                });
    }

    private static void assertSame(String one, String other) {
        Map<String, float[]> got = outputs(List.of(use(one, 1)));
        outputs(List.of(use(other, 1)))
                .forEach((name, want) -> assertThat(got.get(name)).isEqualTo(want));
    }

    @TestFactory
    Stream<DynamicTest> mergesAsTheReference() {
        Tensors tensors = LORA.tensors("tensors.safetensors");
        return cases().flatMap(item -> {
            String prefix = id(item) + "/merged/";
            return tensors.names().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name ->
                            DynamicTest.dynamicTest(
                                    name,
                                    () -> {
                                        String module =
                                                name.substring(
                                                        prefix.length(),
                                                        name.length() - ".weight".length());
                                        double[] got =
                                                adapted.weight(Component.UNET, module, uses(item));
                                        assertThat(
                                                        Doubles.largestDifference(
                                                                got,
                                                                Doubles.of(tensors.floats(name))))
                                                .isLessThan(MERGED);
                                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> computesAsTheReferenceAndIsRemovedWithoutATrace() {
        Tensors tensors = LORA.tensors("tensors.safetensors");
        return cases().map(item ->
                DynamicTest.dynamicTest(
                        id(item),
                        () -> {
                            Map<String, float[]> got = outputs(List.of(uses(item)));
                            got.forEach((name, values) ->
                                    tensors.assertClose(id(item) + "/" + name, values));
                            if (tensors.names().contains(id(item) + "/merged_unet")) {
                                tensors.assertClose(id(item) + "/merged_unet", got.get("unet"));
                            }
                            outputs(List.of())
                                    .forEach((name, values) ->
                                            assertThat(values).isEqualTo(plain.get(name)));
                        }));
    }

    @TestFactory
    Stream<DynamicTest> computesThePlainModelAsTheReference() {
        Tensors tensors = LORA.tensors("tensors.safetensors");
        return plain.keySet().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> tensors.assertClose("before/" + name, plain.get(name))));
    }

    private static Stream<JsonNode> cases() {
        return LORA.manifest().get("cases").valueStream();
    }

    private static String id(JsonNode item) {
        return item.get("id").asString();
    }

    private static WeightedAdapter[] uses(JsonNode item) {
        return item.get("files")
                .valueStream()
                .map(file -> use(file.get("file").asString(), file.get("weight").asDouble()))
                .toArray(WeightedAdapter[]::new);
    }

    private static WeightedAdapter use(String file, double weight) {
        return TinyAdapted.adapter(LORA.path(file), weight);
    }

    /** Everything the reference has of a case, by its names. */
    private static Map<String, float[]> outputs(List<WeightedAdapter> adapters) {
        Tensors tensors = LORA.tensors("tensors.safetensors");
        return adapted.tiny.lane.call(() -> {
            adapted.model.use(adapters, new CancelToken());
            try (NDManager owner = adapted.tiny.torch.newManager()) {
                TextEncoder.Output first =
                        adapted.first.encode(owner, array(owner, tensors, "in/input_ids_1"), 0);
                TextEncoder.Output second =
                        adapted.second.encode(owner, array(owner, tensors, "in/input_ids_2"), 0);
                Condition condition =
                        new Condition(
                                array(owner, tensors, "in/encoder_hidden_states"),
                                array(owner, tensors, "in/text_embeds"),
                                array(owner, tensors, "in/time_ids"));
                NDArray noise =
                        adapted.unet.predict(
                                owner,
                                array(owner, tensors, "in/sample"),
                                adapted.tiny.torch.floats(owner, new float[] {timestep()}, 1),
                                condition,
                                new CancelToken());
                Map<String, float[]> outputs = new LinkedHashMap<>();
                outputs.put("penultimate_1", adapted.tiny.torch.toFloats(first.states()));
                outputs.put("penultimate_2", adapted.tiny.torch.toFloats(second.states()));
                outputs.put("text_embeds_2", adapted.tiny.torch.toFloats(second.pooled()));
                outputs.put("unet", adapted.tiny.torch.toFloats(noise));
                return outputs;
            }
        });
    }

    private static NDArray array(NDManager owner, Tensors tensors, String name) {
        return adapted.tiny.array(owner, tensors, name);
    }

    /** The manifest tells the timestep in the note of the UNet's output. */
    private static float timestep() {
        List<String> notes = new ArrayList<>();
        LORA.manifest()
                .get("tensors")
                .get("tensors.safetensors")
                .propertyStream()
                .filter(entry -> entry.getKey().equals("before/unet"))
                .forEach(entry -> notes.add(entry.getValue().path("note").asString()));
        Matcher matcher = TIMESTEP.matcher(String.join(" ", notes));
        assertThat(matcher.find()).isTrue();
        return Float.parseFloat(matcher.group(1));
    }
}
