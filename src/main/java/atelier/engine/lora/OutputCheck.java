package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.sdxl.LayerProbe;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.model.AtelierException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a written adapter does to a model what was trained: it is applied as any user's, and
 * what each layer then makes of random inputs is compared with what it makes of them in training.
 *
 * <p>Layer by layer and in fp32, so that it is quick beside a step of training and needs little
 * memory. Runs on the lane.
 */
public final class OutputCheck implements AutoCloseable {

    /** Of the outputs' change, beside what the file's rounding may do twice over. */
    private static final double TOLERANCE = 1e-3;

    /** Of the whole outputs: fp32 sums in another order. */
    private static final double ROUNDING = 4e-6;

    private static final int INPUTS = 2;

    private final Torch torch;
    private final NetworkParameters networks;
    private final ModelLayers layers;
    private final LayerProbe probe;
    private final Deltas deltas;

    /**
     * @param networks that the adapter was trained on
     * @param unet the UNet's names in the two layouts
     */
    public OutputCheck(Torch torch, NetworkParameters networks, KeyMap unet) {
        this.torch = torch;
        this.networks = networks;
        this.layers = new ModelLayers(networks.shapes(), unet);
        this.probe = new LayerProbe(torch);
        this.deltas = new Deltas(torch);
    }

    /**
     * Compares a file with what was trained.
     *
     * @param file as written
     * @param trained what it is to do
     * @param stored the same as the file has it, but not rounded
     * @param type that the file's numbers are rounded to
     * @throws AtelierException if it does something else, or changes other layers
     */
    void require(
            AdapterFile file, List<TrainedLayer> trained, List<TrainedLayer> stored, DType type) {
        Map<String, PlacedLayer> places = new HashMap<>();
        file.place(layers)
                .forEach(place ->
                        places.put(key(place.network().component(), place.module()), place));
        boolean same = places.size() == trained.size();
        try (AdapterValues values = new AdapterValues(torch, file.file())) {
            for (int i = 0; same && i < trained.size(); i++) {
                TrainedLayer layer = trained.get(i);
                PlacedLayer place = places.get(key(layer.component(), layer.module()));
                same = place != null && isSame(layer, stored.get(i).rounded(type), place, values);
            }
        }
        if (!same) {
            throw new AtelierException(
                    "The adapter was not kept, because applying it gave something else than was trained: write it in the other format, and report this.");
        }
    }

    private static String key(Component component, String module) {
        return component + " " + module;
    }

    private boolean isSame(
            TrainedLayer layer, TrainedLayer rounded, PlacedLayer place, AdapterValues values) {
        try (NDManager call = torch.newManager()) {
            NDArray base = base(call, layer);
            NDArray inputs = inputs(call, layer);
            LayerMaker maker =
                    new LayerMaker(torch, deltas, new OneWeight(base), ComputeType.FLOAT32);
            LayerChange applied = maker.make(call, List.of(new LayerPart(place, values, 1)));
            float[] plain = output(call, base, null, inputs);
            float[] want = output(call, base, change(call, layer), inputs);
            float[] coarse = output(call, base, change(call, rounded), inputs);
            float[] got = output(call, base, applied, inputs);
            return distance(got, want)
                    <= TOLERANCE * distance(want, plain)
                            + 2 * distance(want, coarse)
                            + ROUNDING * distance(want, new float[want.length]);
        }
    }

    /** Nothing but the change itself, where the change does not depend on the layer's weight. */
    private NDArray base(NDManager call, TrainedLayer layer) {
        long[] shape = layer.weight().stream().mapToLong(Long::longValue).toArray();
        if (!layer.isDecomposed()) {
            return torch.zeros(call, shape);
        }
        NDArray weight = networks.weight(layer.component(), layer.module());
        return torch.cast(call, weight, ComputeType.FLOAT32);
    }

    private NDArray inputs(NDManager call, TrainedLayer layer) {
        long[] shape = layer.weight().stream().mapToLong(Long::longValue).toArray();
        shape[0] = INPUTS;
        long count = 1;
        for (long extent : shape) {
            count *= extent;
        }
        TorchRandom random = new TorchRandom(layer.module().hashCode());
        return torch.floats(call, random.normal(Math.toIntExact(count)), shape);
    }

    private LayerChange change(NDManager call, TrainedLayer layer) {
        Map<TensorRole, Parameter> parameters = new EnumMap<>(TensorRole.class);
        layer.tensors()
                .forEach((role, tensor) -> {
                    long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
                    NDArray array = torch.floats(call, tensor.values(), shape);
                    parameters.put(role, new Parameter(array, array));
                });
        return TrainedChange.of(torch, call, parameters, layer.alpha() / layer.rank());
    }

    private float[] output(
            NDManager call, NDArray base, @Nullable LayerChange change, NDArray inputs) {
        return torch.toFloats(probe.output(call, base, change, inputs));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** A model of one layer. */
    private record OneWeight(NDArray array) implements BaseParameters {

        @Override
        public NDArray weight(Component component, String module) {
            return array;
        }

        @Override
        public @Nullable NDArray bias(Component component, String module) {
            return null;
        }
    }

    @Override
    public void close() {
        probe.close();
        deltas.close();
    }
}
