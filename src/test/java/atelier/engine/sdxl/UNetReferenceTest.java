package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

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

    @TestFactory
    Stream<DynamicTest> predictsTheReferencesNoise() {
        Reference reference = Reference.of("unet");
        Tensors tensors = reference.tensors("tensors.safetensors");
        return reference.manifest().get("cases").propertyStream().flatMap(entry -> {
            String id = entry.getKey();
            return entry.getValue().get("timesteps").valueStream().map(step -> DynamicTest.dynamicTest(
                    id + " t" + step, () -> check(tensors, id, step.isArray() ? floats(step) : null, step.asString())));
        });
    }

    private static float[] floats(tools.jackson.databind.JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    private void check(Tensors tensors, String id, float[] mixed, String step) {
        float[] got = tiny.lane.call(() -> {
            try (NDManager owner = tiny.torch.newManager()) {
                int batch = Math.toIntExact(tensors.shape(id + "/sample").getFirst());
                float[] timesteps = mixed;
                if (timesteps == null) {
                    timesteps = new float[batch];
                    Arrays.fill(timesteps, Float.parseFloat(step));
                }
                Condition condition = new Condition(
                        array(owner, tensors, id + "/encoder_hidden_states"),
                        array(owner, tensors, id + "/text_embeds"),
                        array(owner, tensors, id + "/time_ids"));
                return tiny.torch.toFloats(unet.predict(
                        owner,
                        array(owner, tensors, id + "/sample"),
                        tiny.torch.floats(owner, timesteps, batch),
                        condition,
                        new CancelToken()));
            }
        });
        tensors.assertClose(id + (mixed == null ? "/t" + step : "") + "/out", got);
    }

    private static NDArray array(NDManager owner, Tensors tensors, String name) {
        long[] shape = tensors.shape(name).stream().mapToLong(Long::longValue).toArray();
        return tiny.torch.floats(owner, tensors.floats(name), shape);
    }
}
