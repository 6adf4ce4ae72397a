package atelier.engine.training.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.lora.Doubles;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.Component;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a trained layer computes, against its formula in double, and its gradients, against central
 * differences of that: every method, with and without DoRA, in every way a layer is computed.
 */
class LayerMethodTest {

    private static final double ALPHA = 0.7;
    private static final double SMALL = 1e-4;

    private static Lane lane;
    private static Torch torch;

    @BeforeAll
    static void open() {
        lane = new Lane();
        torch = lane.call(() -> new Torch(lane, Device.cpu()));
    }

    @AfterAll
    static void close() {
        lane.run(torch::close);
        lane.close();
    }

    /** With rank 1 LoKr's second matrix is a product here, with rank 2 it is whole. */
    private static List<DeltaSettings> methods() {
        List<DeltaSettings> plain =
                List.of(
                        DeltaSettings.of(TrainingMethod.LORA, 2, ALPHA),
                        DeltaSettings.of(TrainingMethod.LOHA, 2, ALPHA),
                        DeltaSettings.of(TrainingMethod.LOKR, 1, ALPHA),
                        DeltaSettings.of(TrainingMethod.LOKR, 2, ALPHA));
        return Stream.concat(plain.stream(), plain.stream().map(DeltaSettings::withDora)).toList();
    }

    @TestFactory
    Stream<DynamicTest> computesItsFormulaAndTheGradientsOfIt() {
        return methods().stream()
                .flatMap(settings ->
                        Arrays.stream(LayerOperation.values())
                                .map(operation ->
                                        DynamicTest.dynamicTest(
                                                "%s %d%s, %s"
                                                        .formatted(
                                                                settings.method(),
                                                                settings.rank(),
                                                                settings.dora() ? " dora" : "",
                                                                operation.method()),
                                                () ->
                                                        lane.run(() ->
                                                                new Check(settings, operation)
                                                                        .run()))));
    }

    /** With the model's numbers in bf16, of three digits, and the adapter's in fp32. */
    @TestFactory
    Stream<DynamicTest> computesNearlyTheSameInFewDigits() {
        return methods().stream()
                .flatMap(settings ->
                        Stream.of(LayerOperation.HALVES, LayerOperation.TRANSPOSED)
                                .map(operation ->
                                        DynamicTest.dynamicTest(
                                                settings + ", " + operation.method(),
                                                () ->
                                                        lane.run(() ->
                                                                new Check(settings, operation)
                                                                        .runInFewDigits()))));
    }

    /** One layer of random numbers. */
    private static final class Check {

        private final DeltaSettings settings;
        private final LayerOperation operation;
        private final float[] weight;
        private final float[] bias = random("bias", LayerOperation.OUTPUTS);
        private final float[] x;
        private final Map<String, double[]> values = new LinkedHashMap<>();

        Check(DeltaSettings settings, LayerOperation operation) {
            this.settings = settings;
            this.operation = operation;
            this.weight =
                    random(
                            "weight",
                            LayerOperation.OUTPUTS
                                    * LayerOperation.INPUTS
                                    * operation.kernelSize());
            this.x = random("x", operation.inputSize());
        }

        private static float[] random(String name, int size) {
            return Doubles.random(name.hashCode(), size);
        }

        void run() {
            AdaptedLayer layer = new AdaptedLayer(Component.UNET, "layer", operation.weight);
            try (NDManager owner = torch.newManager();
                    Autograd autograd = new Autograd(torch);
                    Program program = torch.load("sdxl/single_layer");
                    AdapterParameters parameters =
                            new AdapterParameters(
                                    torch, autograd, LayerDeltas.of(settings, List.of(layer)))) {
                fill(parameters.store());
                NDArray input =
                        autograd.leaf(owner, torch.floats(owner, x, operation.inputShape()));
                NDArray y =
                        torch.withGradients(() ->
                                program.call(
                                        owner,
                                        operation.method(),
                                        Weights.of(arrays(owner, parameters)),
                                        input));
                float[] upstream = random("upstream", Math.toIntExact(y.size()));
                assertClose("y", torch.toFloats(y), output(norms()));
                List<Parameter> trained = List.copyOf(parameters.store().parameters().values());
                NDArray gradient =
                        autograd.backward(
                                        owner,
                                        y,
                                        torch.floats(owner, upstream, y.getShape().getShape()),
                                        List.of(input),
                                        trained)
                                .getFirst();
                assertClose("x", torch.toFloats(gradient), differences(upstream, asDoubles(x)));
                for (String name : values.keySet()) {
                    float[] got = parameters.store().readGradient("layer." + name);
                    assertClose(name, got, differences(upstream, values.get(name)));
                }
            }
        }

        void runInFewDigits() {
            AdaptedLayer layer = new AdaptedLayer(Component.UNET, "layer", operation.weight);
            try (NDManager owner = torch.newManager();
                    Autograd autograd = new Autograd(torch);
                    Program program = torch.load("sdxl/single_layer");
                    AdapterParameters parameters =
                            new AdapterParameters(
                                    torch, autograd, LayerDeltas.of(settings, List.of(layer)))) {
                fill(parameters.store());
                Map<String, NDArray> arrays = arrays(owner, parameters);
                for (String own : List.of("layer.weight", "layer.bias")) {
                    arrays.compute(
                            own, (name, array) -> torch.cast(owner, array, ComputeType.BFLOAT16));
                }
                NDArray input = torch.floats(owner, x, operation.inputShape());
                NDArray coarse = torch.cast(owner, input, ComputeType.BFLOAT16);
                NDArray y =
                        torch.withGradients(() ->
                                program.call(
                                        owner, operation.method(), Weights.of(arrays), coarse));
                double[] want = output(norms());
                double largest = Arrays.stream(want).map(Math::abs).max().orElseThrow();
                assertThat(Doubles.largestDifference(Doubles.of(torch.toFloats(y)), want))
                        .isLessThan(0.03 * largest)
                        .isPositive();
            }
        }

        /** The formula reads x through this field, so that it can be moved, too. */
        private double[] inputs;

        private double[] asDoubles(float[] numbers) {
            inputs = Doubles.of(numbers);
            return inputs;
        }

        private void fill(ParameterStore store) {
            asDoubles(x);
            for (String name : store.parameters().keySet()) {
                float[] numbers = random(name, store.read(name).length);
                if (name.endsWith("dora_scale")) {
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = 1 + Math.abs(numbers[i]);
                    }
                }
                store.write(name, numbers);
                values.put(name.substring("layer.".length()), Doubles.of(numbers));
            }
        }

        private Map<String, NDArray> arrays(NDManager owner, AdapterParameters parameters) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            long[] shape = operation.weight.stream().mapToLong(Long::longValue).toArray();
            arrays.put("layer.weight", torch.floats(owner, weight, shape));
            arrays.put("layer.bias", torch.floats(owner, bias, bias.length));
            LayerChange.Trained change =
                    (LayerChange.Trained) parameters.changes().get(Component.UNET).get("layer");
            change.parameters()
                    .forEach((name, parameter) -> arrays.put("layer." + name, parameter.value()));
            change.constants().forEach((name, array) -> arrays.put("layer." + name, array));
            return arrays;
        }

        private double[] delta() {
            int rank = settings.rank();
            double[] unscaled =
                    switch (settings.method()) {
                        case LORA ->
                                Doubles.product(
                                        values.get("lora_up"), values.get("lora_down"), rank);
                        case LOHA ->
                                Doubles.elementwise(
                                        Doubles.product(
                                                values.get("hada_w1_a"),
                                                values.get("hada_w1_b"),
                                                rank),
                                        Doubles.product(
                                                values.get("hada_w2_a"),
                                                values.get("hada_w2_b"),
                                                rank));
                        case LOKR ->
                                Doubles.kronecker(
                                        values.get("lokr_w1"),
                                        2,
                                        rank == 2
                                                ? values.get("lokr_w2")
                                                : Doubles.product(
                                                        values.get("lokr_w2_a"),
                                                        values.get("lokr_w2_b"),
                                                        rank),
                                        3,
                                        operation.kernelSize());
                        case FULL -> throw new IllegalArgumentException("no adapter");
                    };
            boolean whole = settings.method() == TrainingMethod.LOKR && rank == 2;
            return Doubles.times(unscaled, whole ? 1 : ALPHA / rank);
        }

        private int input(int element) {
            return element / operation.kernelSize() % LayerOperation.INPUTS;
        }

        private double[] norms() {
            double[] changed = Doubles.sum(Doubles.of(weight), delta());
            double[] squares = new double[LayerOperation.INPUTS];
            for (int i = 0; i < changed.length; i++) {
                squares[input(i)] += changed[i] * changed[i];
            }
            return Arrays.stream(squares).map(Math::sqrt).toArray();
        }

        private double[] output(double[] norms) {
            double[] changed = Doubles.sum(Doubles.of(weight), delta());
            if (settings.dora()) {
                double[] magnitudes = values.get("dora_scale");
                for (int i = 0; i < changed.length; i++) {
                    changed[i] *= magnitudes[input(i)] / norms[input(i)];
                }
            }
            return operation.output(changed, Doubles.of(bias), inputs);
        }

        /** While the numbers move, the norms stay what they are, as DoRA's authors want it. */
        private double[] differences(float[] upstream, double[] numbers) {
            double[] norms = norms();
            double[] slopes = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                double before = numbers[i];
                numbers[i] = before + SMALL;
                double above = loss(upstream, norms);
                numbers[i] = before - SMALL;
                slopes[i] = (above - loss(upstream, norms)) / (2 * SMALL);
                numbers[i] = before;
            }
            return slopes;
        }

        private double loss(float[] upstream, double[] norms) {
            double[] y = output(norms);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += upstream[i] * y[i];
            }
            return sum;
        }

        private static void assertClose(String what, float[] got, double[] want) {
            double largest = Arrays.stream(want).map(Math::abs).max().orElseThrow();
            assertThat(largest).as(what).isPositive();
            assertThat(Doubles.largestDifference(Doubles.of(got), want))
                    .as(what)
                    .isLessThan(2e-6 * Math.max(1, largest) + 1e-5 * largest);
        }
    }
}
