package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("reference")
class TextEncoderReferenceTest {

    private static TinySdxl tiny;
    private static TextEncoder one;
    private static TextEncoder two;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        one = tiny.textEncoder("text_encoder");
        two = tiny.textEncoder("text_encoder_2");
    }

    @AfterAll
    static void close() {
        tiny.lane.run(one::close);
        tiny.lane.run(two::close);
        tiny.close();
    }

    /** Every float tensor of the case is compared; one whose name is not understood fails. */
    @TestFactory
    Stream<DynamicTest> encodesAsTheReference() {
        Tensors tensors = Reference.of("text").tensors("tensors.safetensors");
        return tensors.names().stream()
                .filter(name -> !name.startsWith("input_ids"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        tensors.assertClose(
                                                name,
                                                tiny.lane.call(() -> compute(tensors, name)))));
    }

    private float[] compute(Tensors tensors, String name) {
        try (NDManager owner = tiny.torch.newManager()) {
            if (name.equals("prompt_embeds")) {
                return joined(owner, tensors);
            }
            boolean first = name.endsWith("_1") || name.startsWith("hidden_1");
            TextEncoder encoder = first ? one : two;
            NDArray ids = tiny.array(owner, tensors, first ? "input_ids_1" : "input_ids_2");
            String what =
                    name.startsWith("hidden") ? "hidden" : name.substring(0, name.length() - 2);
            NDArray result =
                    switch (what) {
                        case "hidden" ->
                                encoder.states(owner, ids)
                                        .get(
                                                Integer.parseInt(
                                                        name.substring(name.indexOf('.') + 1)))
                                        .get("0:1");
                        case "penultimate" -> encoder.encode(owner, ids, 0).states();
                        case "clip_skip1" -> encoder.encode(owner, ids, 1).states();
                        case "text_embeds" -> encoder.encode(owner, ids, 0).pooled();
                        case "last_hidden_state" -> last(owner, encoder, ids);
                        case "pooler_output" -> atEnd(owner, last(owner, encoder, ids), ids);
                        default -> throw new AssertionError("not understood: " + name);
                    };
            return tiny.torch.toFloats(result);
        }
    }

    private static NDArray last(NDManager owner, TextEncoder encoder, NDArray ids) {
        return encoder.normed(owner, encoder.states(owner, ids).getLast());
    }

    private static NDArray atEnd(NDManager owner, NDArray states, NDArray ids) {
        long[] end = ids.argMax(-1).toLongArray();
        int tokens = (int) states.getShape().get(1);
        int width = (int) states.getShape().get(2);
        float[] all = states.toFloatArray();
        float[] rows = new float[end.length * width];
        for (int i = 0; i < end.length; i++) {
            System.arraycopy(all, (int) ((i * tokens + end[i]) * width), rows, i * width, width);
        }
        return tiny.torch.floats(owner, rows, end.length, width);
    }

    private float[] joined(NDManager owner, Tensors tensors) {
        float[] a =
                one.encode(owner, tiny.array(owner, tensors, "input_ids_1"), 0)
                        .states()
                        .toFloatArray();
        float[] b =
                two.encode(owner, tiny.array(owner, tensors, "input_ids_2"), 0)
                        .states()
                        .toFloatArray();
        int wa = one.config().hiddenSize();
        int wb = two.config().hiddenSize();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < a.length / wa; i++) {
            float[] row = Arrays.copyOf(Arrays.copyOfRange(a, i * wa, (i + 1) * wa), wa + wb);
            System.arraycopy(b, i * wb, row, wa, wb);
            rows.add(row);
        }
        float[] all = new float[rows.size() * (wa + wb)];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * (wa + wb), wa + wb);
        }
        return all;
    }
}
