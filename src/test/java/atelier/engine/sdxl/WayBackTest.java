package atelier.engine.sdxl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written-out way back against LibTorch's own, over a record of the same blocks. */
class WayBackTest {

    private static final int RANK = 3;
    private static final int BATCH = 2;
    private static final int HEIGHT = 6;
    private static final int WIDTH = 10;
    private static final int TOKENS = 7;
    private static final String ATTENTIONS = ".*attentions.*";

    private static TinySdxl tiny;
    private static UNet unet;
    private static Autograd autograd;

    private ParameterStore store;

    @BeforeAll
    static void load() {
        tiny = new TinySdxl();
        unet = tiny.unet();
        autograd = tiny.lane.call(() -> new Autograd(tiny.torch));
    }

    @AfterAll
    static void close() {
        tiny.lane.run(() -> {
            autograd.close();
            unet.close();
        });
        tiny.close();
    }

    @AfterEach
    void untrain() {
        tiny.lane.run(() -> {
            unet.change(Map.of());
            store.close();
        });
    }

    /** Within what the order of sums in fp32 makes of them. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "true, 0.5", "false, 0.5"})
    void givesTheGradientsOfTheRecord(boolean sparing, float scale) {
        tiny.lane.run(() -> {
            train(ATTENTIONS, scale);
            Map<String, float[]> recorded = gradients(null);
            Map<String, float[]> own = gradients(sparing);
            recorded.forEach((name, expected) -> {
                double size = length(expected);
                assertThat(size).as(name).isPositive();
                assertThat(distance(own.get(name), expected)).as(name).isLessThan(2e-4 * size);
            });
        });
    }

    @Test
    void servesEveryBlockOfTheUNetThatHasOneWhereBranchesOfLinearLayersAreTrained() {
        tiny.lane.run(() -> {
            train(ATTENTIONS, 1);
            boolean[] depends = unet.tape().dependsOnTrained();
            for (Step step : unet.tape().steps()) {
                boolean known =
                        step.block()
                                .method()
                                .matches("resnet.*|project_.*|" + UNetTape.TRANSFORMER_BLOCK);
                assertThat(WayBack.of(step, depends, true).isPresent())
                        .as(step.block().path())
                        .isEqualTo(known);
            }
            assertThat(unet.tape().hasOwnWayBack()).isTrue();
        });
    }

    /** Gradients of the time's embedding go through every residual block's second input. */
    @Test
    void leavesToTheRecordWhatItHasNoGradientsFor() {
        tiny.lane.run(() -> {
            train("time_embedding.*", 1);
            boolean[] depends = unet.tape().dependsOnTrained();
            assertThat(unet.tape().steps())
                    .filteredOn(step -> step.block().method().startsWith("resnet"))
                    .isNotEmpty()
                    .allMatch(step -> WayBack.of(step, depends, false).isEmpty());
            assertThat(unet.tape().hasOwnWayBack()).isFalse();
        });
    }

    private void train(String layers, float scale) {
        List<String> modules = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        unet.layers()
                .forEach((module, weight) -> {
                    if (module.matches(layers) && weight.getShape().dimension() == 2) {
                        modules.add(module);
                        long[] shape = weight.getShape().getShape();
                        slots.add(new Slot(module + ".lora_down", List.of((long) RANK, shape[1])));
                        slots.add(new Slot(module + ".lora_up", List.of(shape[0], (long) RANK)));
                    }
                });
        store = new ParameterStore(tiny.torch, autograd, slots);
        NDArray factor = tiny.torch.floats(tiny.torch.manager(), new float[] {scale});
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        for (String module : modules) {
            Map<String, Parameter> pair = new LinkedHashMap<>();
            for (String part : List.of("lora_down", "lora_up")) {
                String name = module + "." + part;
                Parameter parameter = store.parameters().get(name);
                float[] numbers =
                        new TorchRandom(name.hashCode()).normal((int) parameter.value().size());
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] *= 0.1f;
                }
                store.write(name, numbers);
                pair.put(part, parameter);
            }
            changes.put(
                    module,
                    new LayerChange.Trained(pair, scale == 1 ? Map.of() : Map.of("scale", factor)));
        }
        unet.change(changes);
    }

    /**
     * The gradients of the prediction's products with fixed numbers, summed.
     *
     * @param sparing null for the record
     */
    private Map<String, float[]> gradients(@Nullable Boolean sparing) {
        store.clearGradients();
        NDManager owner = tiny.torch.newManager();
        NDArray[] values =
                unet.tape()
                        .values(
                                normal(owner, 1, BATCH, 4, HEIGHT, WIDTH),
                                tiny.torch.floats(owner, new float[] {120, 640}, BATCH),
                                tiny.torch.floats(
                                        owner,
                                        new float[] {48, 80, 0, 0, 48, 80, 96, 160, 8, 0, 48, 80},
                                        BATCH,
                                        6),
                                normal(owner, 2, BATCH, TOKENS, unet.config().crossAttentionDim()),
                                normal(owner, 3, BATCH, unet.config().pooledDim()));
        CancelToken cancel = new CancelToken();
        try (TrainingPass pass =
                sparing == null
                        ? new RecordedPass(tiny.torch, autograd, unet.tape(), owner, values, cancel)
                        : new CheckpointedPass(
                                tiny.torch,
                                autograd,
                                unet.tape(),
                                owner,
                                values,
                                sparing,
                                cancel)) {
            pass.backward(normal(owner, 4, BATCH, 4, HEIGHT, WIDTH), cancel);
        }
        Map<String, float[]> gradients = new LinkedHashMap<>();
        store.parameters().keySet().forEach(name -> gradients.put(name, store.readGradient(name)));
        return gradients;
    }

    private static NDArray normal(NDManager owner, int seed, long... shape) {
        long size = 1;
        for (long extent : shape) {
            size *= extent;
        }
        return tiny.torch.floats(owner, new TorchRandom(seed).normal((int) size), shape);
    }

    private static double length(float[] numbers) {
        return distance(numbers, new float[numbers.length]);
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return Math.sqrt(sum);
    }
}
