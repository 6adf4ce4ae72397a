package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

@Tag("reference")
class UNetReferenceTest {

    private static TinySdxl tiny;
    private static UNet unet;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
    }

    @AfterAll
    static void close() {
        tiny.lane.run(unet::close);
        tiny.close();
    }

    /**
     * Every output of the case is compared: {@code <id>/t<timestep>/out} and batches with timesteps
     * of their own.
     */
    @TestFactory
    Stream<DynamicTest> predictsTheReferencesNoise() {
        Tensors tensors = Reference.of("unet").tensors("tensors.safetensors");
        return tensors.names().stream()
                .filter(name -> name.endsWith("/out"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        tensors.assertClose(
                                                name,
                                                tiny.lane.call(() -> predict(tensors, name)))));
    }

    /** The second call uses what the first made of the text. */
    @TestFactory
    Stream<DynamicTest> predictsTheSameWithAConditionThatLasts() {
        Tensors tensors = Reference.of("unet").tensors("tensors.safetensors");
        return tensors.names().stream()
                .filter(name -> name.endsWith("/out"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    for (float[] got :
                                            tiny.lane.call(() -> predictTwice(tensors, name))) {
                                        tensors.assertClose(name, got);
                                    }
                                }));
    }

    private static List<float[]> predictTwice(Tensors tensors, String name) {
        String id = name.split("/")[0];
        List<float[]> got = new ArrayList<>();
        try (NDManager owner = tiny.torch.newManager()) {
            LastingCondition condition = new LastingCondition(owner, condition(owner, tensors, id));
            float[] timesteps = timesteps(tensors, name);
            for (int call = 0; call < 2; call++) {
                NDArray prediction =
                        unet.predict(
                                owner,
                                tiny.array(owner, tensors, id + "/sample"),
                                tiny.torch.floats(owner, timesteps, timesteps.length),
                                condition,
                                new CancelToken());
                got.add(tiny.torch.toFloats(prediction));
            }
        }
        return got;
    }

    private float[] predict(Tensors tensors, String name) {
        try (NDManager owner = tiny.torch.newManager()) {
            return predict(
                    owner,
                    tensors,
                    name.split("/")[0],
                    timesteps(tensors, name),
                    Tape.Evaluation.PLAIN);
        }
    }

    static float[] timesteps(Tensors tensors, String name) {
        String[] parts = name.split("/");
        String own = parts[0] + "/" + parts[1] + "/timesteps";
        return tensors.names().contains(own)
                ? tensors.floats(own)
                : repeated(Float.parseFloat(parts[1].substring(1)), tensors.shape(name).getFirst());
    }

    private static float[] predict(
            NDManager owner,
            Tensors tensors,
            String id,
            float[] timesteps,
            Tape.Evaluation evaluation) {
        NDArray prediction =
                unet.predict(
                        owner,
                        tiny.array(owner, tensors, id + "/sample"),
                        tiny.torch.floats(owner, timesteps, timesteps.length),
                        condition(owner, tensors, id),
                        new CancelToken(),
                        evaluation);
        return tiny.torch.toFloats(prediction);
    }

    private static Condition condition(NDManager owner, Tensors tensors, String id) {
        return new Condition(
                tiny.array(owner, tensors, id + "/encoder_hidden_states"),
                tiny.array(owner, tensors, id + "/text_embeds"),
                tiny.array(owner, tensors, id + "/time_ids"));
    }

    private static float[] repeated(float value, long count) {
        float[] values = new float[Math.toIntExact(count)];
        Arrays.fill(values, value);
        return values;
    }

    @TestFactory
    Stream<DynamicTest> computesEachBlockAsTheReference() {
        Reference reference = Reference.of("unet");
        Tensors tensors = reference.tensors("blocks.safetensors");
        JsonNode blocks = reference.manifest().get("blocks");
        Map<String, float[]> outputs =
                tiny.lane.call(() ->
                        blocks(
                                reference.tensors("tensors.safetensors"),
                                blocks.get("input").asString(),
                                blocks.get("timestep").floatValue()));
        return tensors.names().stream()
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    float[] got = outputs.get(name.substring("out/".length()));
                                    if (got == null) {
                                        throw new AssertionError("not computed: " + name);
                                    }
                                    tensors.assertClose(name, got);
                                }));
    }

    /**
     * Outputs under the names of diffusers' modules; see the manifest for how it names those of
     * whole down blocks.
     */
    private Map<String, float[]> blocks(Tensors tensors, String id, float timestep) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (NDManager owner = tiny.torch.newManager();
                UNetParts parts = new UNetParts(tiny, owner)) {
            parts.embeddings(outputs, timestep, condition(owner, tensors, id));
            NDArray[] before = new NDArray[1];
            predict(
                    owner,
                    tensors,
                    id,
                    repeated(timestep, 1),
                    (block, call, inputs) -> {
                        NDArray output = block.call(call, inputs);
                        float[] values = output.toFloatArray();
                        switch (block.method()) {
                            case "conv_in" -> outputs.put("conv_in", values);
                            case "conv_out" -> {
                                parts.normOut(outputs, before[0]);
                                outputs.put("out", values);
                            }
                            case "transformer_block" -> {
                                parts.insideOf(
                                        outputs,
                                        block.path(),
                                        before[0],
                                        condition(owner, tensors, id));
                                outputs.put(block.path(), values);
                            }
                            case "embed", "project_in" -> {}
                            default -> moduleOutput(outputs, block, values);
                        }
                        before[0] = output.duplicate();
                        before[0].attach(owner);
                        return output;
                    });
        }
        return outputs;
    }

    private static void moduleOutput(Map<String, float[]> outputs, Block block, float[] values) {
        boolean attention = block.method().equals("project_out");
        outputs.put(block.path() + (attention ? ".0" : ""), values);
        String[] path = block.path().split("\\.");
        if (path[0].equals("mid_block")) {
            outputs.put("mid_block", values);
        } else if (path[0].equals("up_blocks")) {
            outputs.put("up_blocks." + path[1], values);
        } else {
            String down = "down_blocks." + path[1];
            outputs.put(down + ".0", values);
            int skip =
                    path[2].equals("downsamplers")
                            ? unet.config().layersPerBlock()
                            : Integer.parseInt(path[3]);
            outputs.put(down + ".1." + skip, values);
        }
    }
}
