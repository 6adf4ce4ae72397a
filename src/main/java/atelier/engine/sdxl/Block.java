package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Program;
import atelier.engine.torch.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A part of a network that one call computes: a method of a program and the weights it works with,
 * under the names they have below the block's path.
 *
 * <p>Adapters change what the dictionary holds and never an array in it, so that {@link #change}
 * with nothing gives back exactly what was there before.
 */
final class Block {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";
    private static final Set<String> BRANCH = Set.of("lora_down", "lora_up");

    private final Program program;
    private final String method;
    private final String path;
    private final Map<String, NDArray> base;
    private Weights weights;
    private Weights withGradients;
    private List<Parameter> trained = List.of();
    private boolean fixedButForBranches = true;
    private List<NDArray> trainedAtOnce = List.of();

    /**
     * @param path of the block in its network, such as {@code down_blocks.0.resnets.1}; empty for
     *     the network itself
     * @param base arrays by their names below the path
     */
    Block(Program program, String method, String path, Map<String, NDArray> base) {
        this.program = program;
        this.method = method;
        this.path = path;
        this.base = base;
        this.weights = Weights.of(base);
        this.withGradients = weights;
    }

    /** Where the block stands in its network. */
    String path() {
        return path;
    }

    /** Which method computes it. */
    String method() {
        return method;
    }

    /** What the changes in place train here. */
    List<Parameter> trained() {
        return trained;
    }

    /** What they train here whose gradients are handed over. */
    List<NDArray> trainedAtOnce() {
        return trainedAtOnce;
    }

    /** Whether anything here is trained. */
    boolean isTrained() {
        return !trained.isEmpty() || !trainedAtOnce.isEmpty();
    }

    NDArray call(NDManager owner, NDArray... inputs) {
        return call(method, owner, inputs);
    }

    /** Calls another method of the program over the same weights. */
    NDArray call(String other, NDManager owner, NDArray... inputs) {
        return program.call(owner, other, weights, inputs);
    }

    /** The same for a method that returns a list. */
    NDList callMany(String other, NDManager owner, NDArray... inputs) {
        return program.callMany(owner, other, weights, inputs);
    }

    /**
     * Calls a method that sums gradients: those of {@code n.lora_down} under the name {@code
     * n.lora_down.gradient}.
     */
    NDList callBack(String other, NDManager owner, NDArray... inputs) {
        return program.callMany(owner, other, withGradients, inputs);
    }

    /**
     * Puts these changes in place of whatever changes there were; modules of other blocks are
     * passed over.
     */
    void change(Map<String, LayerChange> changes) {
        Map<String, NDArray> entries = new LinkedHashMap<>(base);
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        fixedButForBranches = true;
        List<NDArray> leaves = new ArrayList<>();
        forEachLayer((layer, module) -> {
            LayerChange change = changes.get(module);
            if (change != null) {
                apply(entries, layer, change);
                fixedButForBranches &= isTrainedBranch(change);
                if (change instanceof LayerChange.Trained training) {
                    parameters.addAll(training.parameters().values());
                    training.parameters()
                            .forEach((name, parameter) ->
                                    gradients.put(
                                            layer + "." + name + ".gradient",
                                            parameter.gradient()));
                } else if (change instanceof LayerChange.TrainedAtOnce training) {
                    leaves.addAll(training.leaves().values());
                }
            }
        });
        weights = Weights.of(entries);
        entries.putAll(gradients);
        withGradients = Weights.of(entries);
        trained = List.copyOf(parameters);
        trainedAtOnce = List.copyOf(leaves);
    }

    /**
     * Whether all that is changed here are low-rank branches beside linear layers, being trained.
     */
    boolean isFixedButForBranches() {
        return fixedButForBranches;
    }

    private static boolean isTrainedBranch(LayerChange change) {
        return change instanceof LayerChange.Trained training
                && training.parameters().keySet().equals(BRANCH)
                && training.parameters().values().stream()
                        .allMatch(parameter -> parameter.value().getShape().dimension() == 2);
    }

    /** Names each layer that has a weight: how the block calls it, and its path in the network. */
    void forEachLayer(BiConsumer<String, String> action) {
        for (String name : base.keySet()) {
            if (name.endsWith(WEIGHT)) {
                String layer = name.substring(0, name.length() - WEIGHT.length());
                action.accept(layer, path.isEmpty() ? layer : path + "." + layer);
            }
        }
    }

    private static void apply(Map<String, NDArray> entries, String layer, LayerChange change) {
        switch (change) {
            case LayerChange.LowRank branch -> {
                entries.put(layer + ".lora_down", branch.down());
                entries.put(layer + ".lora_up", branch.up());
            }
            case LayerChange.Replaced replaced -> {
                if (replaced.weight() != null) {
                    entries.put(layer + WEIGHT, replaced.weight());
                }
                if (replaced.bias() != null) {
                    entries.put(layer + BIAS, replaced.bias());
                }
            }
            case LayerChange.ReplacedWithBranch both -> {
                apply(entries, layer, both.replaced());
                apply(entries, layer, both.branch());
            }
            case LayerChange.TrainedAtOnce training ->
                    training.leaves()
                            .forEach((name, array) -> entries.put(layer + "." + name, array));
            case LayerChange.Trained training -> {
                training.parameters()
                        .forEach((name, parameter) ->
                                entries.put(layer + "." + name, parameter.value()));
                training.constants()
                        .forEach((name, array) -> entries.put(layer + "." + name, array));
            }
        }
    }
}
