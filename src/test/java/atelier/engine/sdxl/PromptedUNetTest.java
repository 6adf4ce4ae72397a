package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.TokenIds;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Parameter;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tiny model's three networks with branches on each, on two prompts of two chunks. */
class PromptedUNetTest {

    private static final int RANK = 2;
    private static final int HEIGHT = 6;
    private static final int WIDTH = 10;
    private static final int NUMBERS = 2 * 4 * HEIGHT * WIDTH;
    private static final List<SizeConditioning> SIZES =
            List.of(SizeConditioning.of(48, 80), SizeConditioning.of(96, 160));
    private static final float[] TIMESTEPS = {120, 640};

    private static TinySdxl tiny;
    private static UNet unet;
    private static TextEncoder one;
    private static TextEncoder two;
    private static PromptedUNet prompted;
    private static Autograd autograd;
    private static List<PromptChunks> prompts;

    private final Map<String, ParameterStore> stores = new LinkedHashMap<>();

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        one = tiny.textEncoder("text_encoder");
        two = tiny.textEncoder("text_encoder_2");
        prompted = tiny.lane.call(() -> new PromptedUNet(tiny.torch, unet, () -> one, () -> two));
        autograd = tiny.lane.call(() -> new Autograd(tiny.torch));
        prompts = List.of(prompt(1), prompt(2));
    }

    @AfterAll
    static void close() {
        tiny.lane.run(() -> {
            prompted.close();
            autograd.close();
            unet.close();
            one.close();
            two.close();
        });
        tiny.close();
    }

    private static PromptChunks prompt(int seed) {
        return new PromptChunks(List.of(chunk(seed, 9), chunk(seed + 10, 40)));
    }

    /** Words, then end tokens, which have the highest id. */
    private static PromptChunks.Chunk chunk(int seed, int words) {
        int[] drawn = new TorchRandom(seed).integers(700, 77);
        long last = 763;
        long[] ids = LongStream.range(0, 77).map(i -> i < words ? drawn[(int) i] : last).toArray();
        return new PromptChunks.Chunk(TokenIds.of(ids, 1), TokenIds.of(ids, 1));
    }

    @BeforeEach
    void train() {
        tiny.lane.run(() -> {
            train("one", one, ".*(self_attn\\.|mlp\\.).*");
            train("two", two, ".*(self_attn\\.|mlp\\.).*");
            train("unet", unet, ".*attn2\\.to_[kv]");
        });
    }

    private void train(String name, AdaptableNetwork network, String layers) {
        List<String> modules =
                network.layers().keySet().stream().filter(m -> m.matches(layers)).sorted().toList();
        List<Slot> slots = new ArrayList<>();
        for (String module : modules) {
            long[] shape = network.layers().get(module).getShape().getShape();
            slots.add(new Slot(module + ".lora_down", List.of((long) RANK, shape[1])));
            slots.add(new Slot(module + ".lora_up", List.of(shape[0], (long) RANK)));
        }
        ParameterStore store = new ParameterStore(tiny.torch, autograd, slots);
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        for (String module : modules) {
            Map<String, Parameter> pair = new LinkedHashMap<>();
            for (String part : List.of("lora_down", "lora_up")) {
                String parameter = module + "." + part;
                int size = (int) store.parameters().get(parameter).value().size();
                float[] numbers = new TorchRandom(parameter.hashCode()).normal(size);
                for (int i = 0; i < size; i++) {
                    numbers[i] *= 0.1f;
                }
                store.write(parameter, numbers);
                pair.put(part, store.parameters().get(parameter));
            }
            changes.put(module, new LayerChange.Trained(pair, Map.of()));
        }
        network.change(changes);
        stores.put(name, store);
    }

    @AfterEach
    void untrain() {
        tiny.lane.run(() -> {
            List.<AdaptableNetwork>of(one, two, unet).forEach(network -> network.change(Map.of()));
            stores.values().forEach(ParameterStore::close);
        });
    }

    private <T> T pass(boolean checkpointed, CancelToken cancel, Function<TrainingPass, T> use) {
        try (NDManager call = tiny.torch.newManager();
                TrainingPass pass =
                        prompted.pass(
                                autograd,
                                latents(call),
                                tiny.torch.floats(call, TIMESTEPS, 2),
                                TokenBatch.of(tiny.torch, call, prompts),
                                Condition.sizes(tiny.torch, call, SIZES),
                                checkpointed,
                                cancel)) {
            return use.apply(pass);
        }
    }

    private static NDArray latents(NDManager call) {
        return tiny.torch.floats(call, new TorchRandom(3).normal(NUMBERS), 2, 4, HEIGHT, WIDTH);
    }

    private float[] prediction(boolean checkpointed) {
        return tiny.lane.call(() ->
                pass(
                        checkpointed,
                        new CancelToken(),
                        pass -> tiny.torch.toFloats(pass.prediction())));
    }

    /** A loss that is linear in the prediction: its products with fixed numbers, summed. */
    private static float[] slope() {
        return new TorchRandom(4).normal(NUMBERS);
    }

    private double loss() {
        float[] prediction = prediction(false);
        float[] slope = slope();
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += (double) prediction[i] * slope[i];
        }
        return sum;
    }

    /** The gradients of that loss by network and parameter. */
    private Map<String, float[]> gradients(boolean checkpointed) {
        return tiny.lane.call(() -> {
            stores.values().forEach(ParameterStore::clearGradients);
            pass(
                    checkpointed,
                    new CancelToken(),
                    pass -> {
                        try (NDManager call = tiny.torch.newManager()) {
                            NDArray slope = tiny.torch.floats(call, slope(), 2, 4, HEIGHT, WIDTH);
                            pass.backward(slope, new CancelToken());
                        }
                        return true;
                    });
            Map<String, float[]> gradients = new LinkedHashMap<>();
            stores.forEach((network, store) ->
                    store.parameters()
                            .keySet()
                            .forEach(parameter ->
                                    gradients.put(
                                            network + ":" + parameter,
                                            store.readGradient(parameter))));
            return gradients;
        });
    }

    @Test
    void predictsToTheBitWhatEncodedPromptsGive() {
        float[] encoded =
                tiny.lane.call(() -> {
                    TextConditioner conditioner = new TextConditioner(tiny.torch, one, two);
                    try (NDManager call = tiny.torch.newManager()) {
                        Condition condition =
                                Condition.of(
                                        tiny.torch,
                                        call,
                                        ComputeType.FLOAT32,
                                        prompts.stream()
                                                .map(prompt ->
                                                        conditioner.encode(
                                                                prompt, 0, EmphasisMode.NO_NORM))
                                                .toList(),
                                        SIZES);
                        return tiny.torch.toFloats(
                                unet.predict(
                                        call,
                                        latents(call),
                                        tiny.torch.floats(call, TIMESTEPS, 2),
                                        condition,
                                        new CancelToken()));
                    }
                });
        assertThat(prediction(true)).containsExactly(encoded, within(2e-5f));
        assertThat(prediction(false)).containsExactly(encoded, within(2e-5f));
    }

    @Test
    void computingStepsAgainGivesTheSameGradients() {
        Map<String, float[]> kept = gradients(false);
        Map<String, float[]> again = gradients(true);
        kept.forEach((name, gradient) -> {
            // The order of sums differs where many blocks share the text.
            assertThat(again.get(name))
                    .as(name)
                    .containsExactly(gradient, within((float) (1e-5 * length(gradient))));
            // What comes after the hidden states that the UNet takes reaches it by no way.
            boolean unused = name.startsWith("one:text_model.encoder.layers.2.");
            assertThat(length(gradient) == 0).as(name).isEqualTo(unused);
        });
        assertThat(again.keySet()).isEqualTo(kept.keySet()).hasSize(2 * (3 * 6 + 4 * 6 + 2 * 17));
    }

    private static double length(float[] vector) {
        double sum = 0;
        for (float number : vector) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
    }

    @Test
    void gradientsAreThoseOfCentralDifferences() {
        Map<String, float[]> gradients = gradients(true);
        for (String name :
                List.of(
                        "one:text_model.encoder.layers.0.self_attn.q_proj.lora_down",
                        "one:text_model.encoder.layers.1.mlp.fc2.lora_up",
                        "two:text_model.encoder.layers.0.self_attn.out_proj.lora_up",
                        "two:text_model.encoder.layers.2.mlp.fc1.lora_down",
                        // By the pooled output alone.
                        "two:text_model.encoder.layers.3.self_attn.v_proj.lora_up",
                        "two:text_model.encoder.layers.3.mlp.fc2.lora_down")) {
            float[] gradient = gradients.get(name);
            double slope = length(gradient);
            assertThat(difference(name, gradient)).as(name).isCloseTo(slope, within(0.01 * slope));
        }
    }

    /** The change of the loss along a gradient, by a step of length 1. */
    private double difference(String name, float[] gradient) {
        ParameterStore store = stores.get(name.substring(0, name.indexOf(':')));
        String parameter = name.substring(name.indexOf(':') + 1);
        float[] values = tiny.lane.call(() -> store.read(parameter));
        double length = length(gradient);
        double step = 0.02;
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            float[] moved = values.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (float) ((side == 0 ? -step : step) * gradient[i] / length);
            }
            tiny.lane.run(() -> store.write(parameter, moved));
            losses[side] = loss();
        }
        tiny.lane.run(() -> store.write(parameter, values));
        return (losses[1] - losses[0]) / (2 * step);
    }

    @Test
    void refusesPromptsOfDifferentLength() {
        List<PromptChunks> mixed =
                List.of(prompts.getFirst(), new PromptChunks(List.of(chunk(1, 9))));
        tiny.lane.run(() -> {
            try (NDManager call = tiny.torch.newManager()) {
                assertThatThrownBy(() -> TokenBatch.of(tiny.torch, call, mixed))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        });
    }
}
