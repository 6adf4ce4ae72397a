package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.FloatTensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Every weight and bias of a network, copied to memory of its own to be trained there: the
 * network's own arrays, which may be views of a file, never change.
 */
final class OwnWeights implements AutoCloseable {

    private final Torch torch;
    private final NDManager owner;
    private final Program program;
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
    private final Map<String, LayerChange> changes = new LinkedHashMap<>();

    OwnWeights(Torch torch, Autograd autograd, AdaptableNetwork network) {
        this.torch = torch;
        this.owner = torch.newManager();
        this.program = torch.load("training/parameters");
        Map<String, NDArray> biases = network.biases();
        new TreeMap<>(network.layers())
                .forEach((module, weight) -> {
                    SequencedMap<String, NDArray> leaves = new LinkedHashMap<>();
                    leaves.put("weight", own(autograd, module + ".weight", weight));
                    NDArray bias = biases.get(module);
                    if (bias != null) {
                        leaves.put("bias", own(autograd, module + ".bias", bias));
                    }
                    changes.put(module, new LayerChange.TrainedAtOnce(leaves));
                });
    }

    private NDArray own(Autograd autograd, String name, NDArray base) {
        try (NDArray copy = torch.copy(owner, base)) {
            NDArray leaf = autograd.leaf(owner, copy);
            arrays.put(name, leaf);
            return leaf;
        }
    }

    /** Each by its name in the network. */
    SequencedMap<String, NDArray> arrays() {
        return Collections.unmodifiableSequencedMap(arrays);
    }

    /** What puts them in the network's place. */
    Map<String, LayerChange> changes() {
        return changes;
    }

    private NDArray array(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no weight is called " + name);
        }
        return array;
    }

    /** The numbers of one, row-major. */
    float[] read(String name) {
        return torch.toFloats(array(name));
    }

    /** Sets one. */
    void write(String name, float[] numbers) {
        NDArray array = array(name);
        try (NDManager call = torch.newManager()) {
            NDArray source = torch.floats(call, numbers, array.getShape().getShape());
            program.call(call, "copy", array, source);
        }
    }

    /** A copy of all, in fp32. */
    SequencedMap<String, FloatTensor> tensors() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) ->
                tensors.put(name, new FloatTensor(shape(array), torch.toFloats(array))));
        return tensors;
    }

    /**
     * Checks that values are those of the same network.
     *
     * @throws atelier.model.AtelierException if they are not
     */
    void requireFit(Map<String, FloatTensor> tensors) {
        Map<String, List<Long>> own = new HashMap<>();
        arrays.forEach((name, array) -> own.put(name, shape(array)));
        Map<String, List<Long>> others = new HashMap<>();
        tensors.forEach((name, tensor) -> others.put(name, tensor.shape()));
        if (!others.equals(own)) {
            throw ParameterStore.unfit();
        }
    }

    /** Sets all from numbers that fit. */
    void restore(Map<String, FloatTensor> tensors) {
        tensors.forEach((name, tensor) -> write(name, tensor.values()));
    }

    private static List<Long> shape(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).boxed().toList();
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
