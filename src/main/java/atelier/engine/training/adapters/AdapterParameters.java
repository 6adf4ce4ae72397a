package atelier.engine.training.adapters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.lora.BaseParameters;
import atelier.engine.lora.TensorRole;
import atelier.engine.lora.TrainedChange;
import atelier.engine.lora.TrainedLayer;
import atelier.engine.lora.TrainedTensor;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What of the layers is trained, all of it in one store. */
public final class AdapterParameters implements AutoCloseable {

    private final Torch torch;
    private final List<LayerDelta> deltas;
    private final ParameterStore store;
    private final NDManager owner;
    private final Program program;

    /** Makes room for all arrays, and fills none. */
    public AdapterParameters(Torch torch, Autograd autograd, List<LayerDelta> deltas) {
        this.torch = torch;
        this.deltas = List.copyOf(deltas);
        this.owner = torch.newManager();
        this.program = torch.load("sdxl/layer");
        this.store = new ParameterStore(torch, autograd, slots(deltas));
    }

    /** Everything that is trained, in its order. */
    static List<Slot> slots(List<LayerDelta> deltas) {
        List<Slot> slots = new ArrayList<>();
        for (LayerDelta delta : deltas) {
            for (DeltaArray array : delta.arrays()) {
                slots.add(new Slot(name(delta, array), array.shape()));
            }
        }
        return slots;
    }

    private static String name(LayerDelta delta, DeltaArray array) {
        return delta.layer().name() + "." + array.role().entry();
    }

    /**
     * As a run begins.
     *
     * @param base the model that is trained
     */
    public void initialize(long seed, BaseParameters base) {
        for (LayerDelta delta : deltas) {
            for (DeltaArray array : delta.arrays()) {
                String name = name(delta, array);
                int size = store.read(name).length;
                TorchRandom random = new TorchRandom(Seeds.of(seed, 0, name));
                store.write(
                        name,
                        switch (array.beginning()) {
                            case Beginning.Zero zero -> new float[size];
                            case Beginning.Uniform uniform -> spread(random, size, uniform.bound());
                            case Beginning.Normal normal ->
                                    normal(random, size, normal.deviation());
                            case Beginning.InputNorms norms -> inputNorms(delta.layer(), base);
                        });
            }
        }
    }

    private static float[] spread(TorchRandom random, int size, double bound) {
        float[] numbers = random.uniform(size);
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) ((numbers[i] * 2 - 1) * bound);
        }
        return numbers;
    }

    private static float[] normal(TorchRandom random, int size, double deviation) {
        float[] numbers = random.normal(size);
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (numbers[i] * deviation);
        }
        return numbers;
    }

    private float[] inputNorms(AdaptedLayer layer, BaseParameters base) {
        NDArray weight = base.weight(layer.component(), layer.module());
        try (NDManager call = torch.newManager()) {
            return torch.toFloats(program.call(call, "input_norms", weight));
        }
    }

    /** Their numbers and gradients. */
    public ParameterStore store() {
        return store;
    }

    /** What they do to each network, by module path. */
    public Map<Component, Map<String, LayerChange>> changes() {
        Map<Component, Map<String, LayerChange>> changes = new EnumMap<>(Component.class);
        for (LayerDelta delta : deltas) {
            changes.computeIfAbsent(delta.layer().component(), network -> new LinkedHashMap<>())
                    .put(delta.layer().module(), change(delta));
        }
        return changes;
    }

    private LayerChange change(LayerDelta delta) {
        Map<TensorRole, Parameter> parameters = new EnumMap<>(TensorRole.class);
        for (DeltaArray array : delta.arrays()) {
            parameters.put(array.role(), store.parameters().get(name(delta, array)));
        }
        return TrainedChange.of(torch, owner, parameters, delta.scale());
    }

    /** A copy of their numbers as they are now. */
    public List<TrainedLayer> trained() {
        return deltas.stream().map(this::trained).toList();
    }

    private TrainedLayer trained(LayerDelta delta) {
        return layer(
                delta, array -> new TrainedTensor(store.read(name(delta, array)), array.shape()));
    }

    /** A layer as it is written, with that content. */
    static TrainedLayer layer(LayerDelta delta, Function<DeltaArray, TrainedTensor> content) {
        Map<TensorRole, TrainedTensor> tensors = new EnumMap<>(TensorRole.class);
        for (DeltaArray array : delta.arrays()) {
            tensors.put(array.role(), content.apply(array));
        }
        AdaptedLayer layer = delta.layer();
        return new TrainedLayer(
                layer.component(),
                layer.module(),
                layer.weight(),
                tensors,
                delta.rank(),
                delta.alpha());
    }

    @Override
    public void close() {
        owner.close();
        store.close();
        program.close();
    }
}
