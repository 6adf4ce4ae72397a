package atelier.engine.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript program: mathematics as readable text in a resource file, run by LibTorch in one
 * call a method.
 *
 * <p>A method takes tensors, and last a dictionary of weights. Weights stay in Java as named
 * arrays; what else a method must know (head counts, group counts) travels in that dictionary as
 * whole numbers. Calls may enter autograd: whether they do depends on the lane's gradient mode, so
 * that one text serves generation and training.
 */
public final class Program implements AutoCloseable {

    private final Torch torch;
    private final String name;
    private final PtSymbolBlock module;
    private final Map<String, NDArray> selectors = new HashMap<>();

    Program(Torch torch, String name, PtSymbolBlock module) {
        this.torch = torch;
        this.name = name;
        this.module = module;
    }

    /** Calls a method without weights. */
    public NDArray call(NDManager owner, String method, NDArray... inputs) {
        return call(owner, method, Weights.NONE, inputs);
    }

    /**
     * Calls a method and gives its only result to an owner.
     *
     * @param owner closes the result
     * @param method a method of the program
     * @param weights the entries of the dictionary, which is left out where there are none
     * @param inputs the tensors, in order, at least one
     * @throws OutOfMemoryException if the device has no room for the call
     */
    public NDArray call(NDManager owner, String method, Weights weights, NDArray... inputs) {
        NDArray result = invoke(method, weights, inputs).singletonOrThrow();
        result.attach(owner);
        return result;
    }

    /** The same for a method that returns a list or a tuple. */
    public NDList callMany(NDManager owner, String method, Weights weights, NDArray... inputs) {
        NDList results = invoke(method, weights, inputs);
        results.attach(owner);
        return results;
    }

    /**
     * Calls a method that takes lists of tensors after its tensors, and returns a list.
     *
     * @param lists none of them empty; no array may stand in them, or among the inputs, twice
     */
    public NDList callMany(
            NDManager owner, String method, List<List<NDArray>> lists, NDArray... inputs) {
        NDList arguments = arguments(inputs);
        for (int i = 0; i < lists.size(); i++) {
            String name = "list" + i + "[]";
            lists.get(i)
                    .forEach(array -> {
                        array.setName(name);
                        arguments.add(array);
                    });
        }
        NDList results = invoke(method, arguments);
        results.attach(owner);
        return results;
    }

    private NDList invoke(String method, Weights weights, NDArray... inputs) {
        NDList arguments = arguments(inputs);
        weights.addTo(arguments);
        return invoke(method, arguments);
    }

    private static NDList arguments(NDArray... inputs) {
        NDList arguments = new NDList(inputs.length);
        for (NDArray input : inputs) {
            input.setName(null);
            arguments.add(input);
        }
        return arguments;
    }

    private NDList invoke(String method, NDList arguments) {
        torch.lane().check();
        arguments.add(selectors.computeIfAbsent(method, this::selector));
        try {
            return IValueUtils.forward(module, arguments, true);
        } catch (EngineException e) {
            throw OutOfMemoryException.where(e, name + "." + method);
        }
    }

    private NDArray selector(String method) {
        NDArray selector = torch.manager().create(0f);
        selector.setName("module_method:" + method);
        return selector;
    }

    @Override
    public void close() {
        selectors.values().forEach(NDArray::close);
        module.close();
    }
}
