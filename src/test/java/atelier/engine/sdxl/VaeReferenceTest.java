package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Weights;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("reference")
class VaeReferenceTest {

    private static TinySdxl tiny;
    private static Vae vae;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        vae = tiny.vae();
    }

    @AfterAll
    static void close() {
        tiny.lane.run(vae::close);
        tiny.close();
    }

    /** Every result of the case is compared; one whose name is not understood fails. */
    @TestFactory
    Stream<DynamicTest> encodesAndDecodesAsTheReference() {
        Tensors tensors = Reference.of("vae").tensors("tensors.safetensors");
        return tensors.names().stream()
                .filter(name -> !name.matches("encode/.*/(image|image_u8|noise)|decode/.*/latent"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        tensors.assertClose(
                                                name,
                                                tiny.lane.call(() -> compute(tensors, name)))));
    }

    private float[] compute(Tensors tensors, String name) {
        String id = name.substring(0, name.lastIndexOf('/') + 1);
        try (NDManager owner = tiny.torch.newManager()) {
            if (id.startsWith("decode")) {
                return decode(owner, tiny.array(owner, tensors, id + "latent"));
            }
            if (name.endsWith("roundtrip")) {
                NDArray mean = tiny.array(owner, tensors, id + "mean");
                return vae.decode(owner, mean, new CancelToken()).toFloatArray();
            }
            NDArray pictures = tiny.array(owner, tensors, id + "image");
            Moments moments =
                    Moments.of(vae.encode(owner, pictures, new CancelToken()).toFloatArray());
            return switch (name.substring(id.length())) {
                case "mean" -> moments.mean();
                case "logvar" -> moments.logVariance();
                case "latent" ->
                        moments.sample(tensors.floats(id + "noise"), vae.config().scalingFactor());
                default -> throw new AssertionError("not understood: " + name);
            };
        }
    }

    private static float[] decode(NDManager owner, NDArray latents) {
        NDArray unscaled = latents.div(vae.config().scalingFactor());
        return vae.decode(owner, unscaled, new CancelToken()).toFloatArray();
    }

    @TestFactory
    Stream<DynamicTest> computesEachBlockAsTheReference() {
        Tensors tensors = Reference.of("vae").tensors("blocks.safetensors");
        Map<String, float[]> outputs = tiny.lane.call(() -> blocks(tensors));
        return tensors.names().stream()
                .filter(name -> name.startsWith("out/"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () -> {
                                    float[] got = outputs.get(name.substring(4));
                                    if (got == null) {
                                        throw new AssertionError("not computed: " + name);
                                    }
                                    tensors.assertClose(name, got);
                                }));
    }

    /**
     * Outputs under the names of diffusers' modules; a module's output is that of the last block in
     * it.
     */
    private Map<String, float[]> blocks(Tensors tensors) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (NDManager owner = tiny.torch.newManager();
                Program parts = tiny.torch.load("sdxl/parts")) {
            for (boolean encoding : new boolean[] {true, false}) {
                NDArray value = tiny.array(owner, tensors, encoding ? "in/image" : "in/z");
                for (Block block : vae.chain(encoding)) {
                    if (block.method().equals("norm_out")) {
                        Map<String, NDArray> norm = new LinkedHashMap<>();
                        for (String part : new String[] {"weight", "bias"}) {
                            norm.put(
                                    "conv_norm_out." + part,
                                    tiny.torch.floats(
                                            owner,
                                            Reference.of("tiny-sdxl")
                                                    .tensors(
                                                            "vae/diffusion_pytorch_model.safetensors")
                                                    .floats(
                                                            block.path()
                                                                    + ".conv_norm_out."
                                                                    + part),
                                            value.getShape().get(1)));
                        }
                        norm.put("groups", tiny.torch.number(owner, vae.config().normGroups()));
                        outputs.put(
                                block.path() + ".conv_norm_out",
                                parts.call(owner, "conv_norm_out_vae", Weights.of(norm), value)
                                        .toFloatArray());
                    }
                    value = block.call(owner, value);
                    String path = block.path();
                    while (!path.isEmpty()) {
                        outputs.put(path, value.toFloatArray());
                        path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
                    }
                }
                if (!encoding) {
                    outputs.put("decoded", value.toFloatArray());
                }
            }
        }
        return outputs;
    }
}
