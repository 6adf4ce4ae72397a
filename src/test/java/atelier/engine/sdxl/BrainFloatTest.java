package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Weights;
import atelier.model.job.CancelToken;
import atelier.reference.Reference;
import atelier.reference.Reference.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is computed in another way in bf16 on a processor stays as near to the values in fp32 as
 * eight bits of significand allow.
 */
class BrainFloatTest {

    /** Of the root mean square of what is compared. */
    private static final double TOLERANCE = 2e-2;

    private static final double ATTENTION_TOLERANCE = 1e-2;

    private static TinySdxl tiny;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
    }

    @AfterAll
    static void close() {
        tiny.close();
    }

    /**
     * The longest do not fit one chunk of queries. Rounded scores lose most where keys lie far from
     * zero: 0.004 where their mean is taken off, as for keys around zero, and 0.013 where it is
     * not.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 4160, 4160, 16, 0",
        "2, 4, 300, 77, 32, 0",
        "2, 4, 256, 256, 64, 8",
        "1, 2, 130, 1, 8, 0"
    })
    void attentionAgreesWithTheFusedOneInFp32(
            int batch, int heads, int queries, int keys, int headWidth, float offset) {
        long width = (long) heads * headWidth;
        double error =
                tiny.lane.call(() -> {
                    try (NDManager owner = tiny.torch.newManager()) {
                        NDArray q = random(owner, 0, batch, queries, width);
                        NDArray k = random(owner, offset, batch, keys, width);
                        NDArray v = random(owner, 0, batch, keys, width);
                        Program program = tiny.torch.load("sdxl/attending");
                        Weights number =
                                Weights.of(Map.of("heads", tiny.torch.number(owner, heads)));
                        return error(
                                program.call(owner, "fused", number, q, k, v),
                                program.call(owner, "chosen", number, bf16(q), bf16(k), bf16(v)));
                    }
                });
        assertThat(error).isLessThan(ATTENTION_TOLERANCE);
    }

    /** The first are few enough to be kept all at once, the last are not. */
    @ParameterizedTest
    @CsvSource({"2, 4, 256, 256, 24, 8", "2, 5, 64, 77, 32, 0", "1, 1, 4160, 4160, 16, 0"})
    void gradientsThroughAttentionAgreeWithThoseInFp32(
            int batch, int heads, int queries, int keys, int headWidth, float offset) {
        long width = (long) heads * headWidth;
        List<Double> errors =
                tiny.lane.call(() -> {
                    try (NDManager owner = tiny.torch.newManager();
                            Autograd autograd = new Autograd(tiny.torch)) {
                        NDArray q = random(owner, 0, batch, queries, width);
                        NDArray k = random(owner, offset, batch, keys, width);
                        NDArray v = random(owner, 0, batch, keys, width);
                        NDArray seed = random(owner, 0, batch, queries, width);
                        Weights number =
                                Weights.of(Map.of("heads", tiny.torch.number(owner, heads)));
                        List<NDArray> exact =
                                gradients(owner, autograd, number, List.of(q, k, v), seed);
                        List<NDArray> rounded =
                                gradients(
                                        owner,
                                        autograd,
                                        number,
                                        List.of(bf16(q), bf16(k), bf16(v)),
                                        bf16(seed));
                        return IntStream.range(0, exact.size())
                                .mapToObj(i -> error(exact.get(i), rounded.get(i)))
                                .toList();
                    }
                });
        assertThat(errors).hasSize(3).allSatisfy(error -> assertThat(error).isLessThan(TOLERANCE));
    }

    private static List<NDArray> gradients(
            NDManager owner,
            Autograd autograd,
            Weights number,
            List<NDArray> inputs,
            NDArray seed) {
        List<NDArray> leaves = inputs.stream().map(input -> autograd.leaf(owner, input)).toList();
        NDArray out =
                tiny.torch.withGradients(() ->
                        tiny.torch
                                .load("sdxl/attending")
                                .call(
                                        owner,
                                        "chosen",
                                        number,
                                        leaves.get(0),
                                        leaves.get(1),
                                        leaves.get(2)));
        return autograd.backward(owner, out, seed, leaves, List.of());
    }

    /**
     * Values that bf16 holds without rounding, so that rounding the input is no part of the error.
     */
    private static NDArray random(NDManager owner, float mean, long... shape) {
        NDArray values = owner.randomNormal(new Shape(shape)).add(mean);
        return tiny.torch.cast(owner, bf16(values), ComputeType.FLOAT32);
    }

    @TestFactory
    Stream<DynamicTest> theUNetStaysNearTheReference() {
        Tensors tensors = Reference.of("unet").tensors("tensors.safetensors");
        return tensors.names().stream()
                .filter(name -> name.endsWith("/out"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name,
                                () ->
                                        assertThat(tiny.lane.call(() -> unetError(tensors, name)))
                                                .isPositive()
                                                .isLessThan(TOLERANCE)));
    }

    private static double unetError(Tensors tensors, String name) {
        String id = name.split("/")[0];
        try (NDManager owner = tiny.torch.newManager();
                UNet unet =
                        new UNet(
                                tiny.torch,
                                tiny.unet().config(),
                                bf16("unet/diffusion_pytorch_model.safetensors"))) {
            float[] timesteps = UNetReferenceTest.timesteps(tensors, name);
            Condition condition =
                    new Condition(
                            bf16(tiny.array(owner, tensors, id + "/encoder_hidden_states")),
                            bf16(tiny.array(owner, tensors, id + "/text_embeds")),
                            tiny.array(owner, tensors, id + "/time_ids"));
            return error(
                    tiny.array(owner, tensors, name),
                    unet.predict(
                            owner,
                            bf16(tiny.array(owner, tensors, id + "/sample")),
                            tiny.torch.floats(owner, timesteps, timesteps.length),
                            new LastingCondition(owner, condition),
                            new CancelToken()));
        }
    }

    @Test
    void theDecoderStaysNearTheReference() {
        Tensors tensors = Reference.of("vae").tensors("tensors.safetensors");
        String image =
                tensors.names().stream()
                        .filter(name -> name.matches("decode/.*/image"))
                        .findFirst()
                        .orElseThrow();
        double error =
                tiny.lane.call(() -> {
                    try (NDManager owner = tiny.torch.newManager();
                            Vae vae =
                                    new Vae(
                                            tiny.torch,
                                            tiny.vaeConfig(),
                                            bf16("vae/diffusion_pytorch_model.safetensors"))) {
                        NDArray latents =
                                tiny.array(owner, tensors, image.replaceFirst("image$", "latent"));
                        NDArray unscaled = latents.div(vae.config().scalingFactor());
                        return error(
                                tiny.array(owner, tensors, image),
                                vae.decode(owner, bf16(unscaled), new CancelToken()));
                    }
                });
        assertThat(error).isPositive().isLessThan(TOLERANCE);
    }

    private static Map<String, NDArray> bf16(String file) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        tiny.arrays(file).forEach((name, array) -> arrays.put(name, bf16(array)));
        return arrays;
    }

    private static NDArray bf16(NDArray array) {
        return tiny.torch.cast(array.getManager(), array, ComputeType.BFLOAT16);
    }

    /** The root mean square of the differences over that of what was expected. */
    private static double error(NDArray expected, NDArray got) {
        float[] wanted = tiny.torch.toFloats(expected);
        float[] values = tiny.torch.toFloats(got);
        assertThat(values).hasSameSizeAs(wanted);
        double differences = 0;
        double squares = 0;
        for (int i = 0; i < wanted.length; i++) {
            differences += Math.pow(values[i] - wanted[i], 2);
            squares += Math.pow(wanted[i], 2);
        }
        return Math.sqrt(differences / squares);
    }
}
