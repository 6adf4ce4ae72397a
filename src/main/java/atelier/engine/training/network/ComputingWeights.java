package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights that networks compute with while a store's are trained: the store's own in fp32, else
 * copies in another type, whose gradients go to the store in fp32 (mixed precision training,
 * Micikevicius et al. 2018).
 */
public final class ComputingWeights implements AutoCloseable {

    private final ParameterStore store;
    private final Torch torch;
    private final NDManager owner;
    private final Program program;
    private final boolean copied;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final List<Parameter> parameters;

    /** Makes the weights, as the store's are now. */
    public ComputingWeights(
            Torch torch, Autograd autograd, ParameterStore store, ComputeType type) {
        this.torch = torch;
        this.store = store;
        this.owner = torch.newManager();
        this.program = torch.load("training/parameters");
        this.copied = type != ComputeType.FLOAT32;
        Map<String, Parameter> all = new LinkedHashMap<>();
        store.parameters()
                .forEach((name, parameter) ->
                        all.put(name, copied ? copy(autograd, parameter, type) : parameter));
        all.forEach((name, parameter) -> arrays.put(name, parameter.value()));
        this.parameters = List.copyOf(all.values());
    }

    private Parameter copy(Autograd autograd, Parameter parameter, ComputeType type) {
        try (NDArray cast = torch.cast(owner, parameter.value(), type)) {
            return new Parameter(autograd.leaf(owner, cast), parameter.gradient());
        }
    }

    /** Each by its name, in the order of the store. */
    public Map<String, NDArray> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    /** Each with the store's gradient of it. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Takes over the store's numbers, to be called whenever they changed. */
    public void refresh() {
        if (!copied) {
            return;
        }
        try (NDManager call = torch.newManager()) {
            arrays.forEach((name, array) -> program.call(call, "copy", array, store.value(name)));
        }
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
