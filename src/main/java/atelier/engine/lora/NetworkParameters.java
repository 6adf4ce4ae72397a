package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.weights.Component;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of networks without what adapters put in their place.
 *
 * <p>Asks the networks as late as can be: their arrays may have left the memory and come back since
 * the last use.
 */
public final class NetworkParameters implements BaseParameters {

    private final Map<Component, AdaptableNetwork> networks;
    private final Map<Component, Map<String, NDArray>> weights = new EnumMap<>(Component.class);
    private final Map<Component, Map<String, NDArray>> biases = new EnumMap<>(Component.class);

    /**
     * @param networks which stay their owner's
     */
    public NetworkParameters(Map<Component, ? extends AdaptableNetwork> networks) {
        this.networks = new EnumMap<>(networks);
    }

    @Override
    public NDArray weight(Component component, String module) {
        NDArray weight =
                weights.computeIfAbsent(component, key -> network(key).layers()).get(module);
        if (weight == null) {
            throw new IllegalArgumentException(component + " has no layer " + module);
        }
        return weight;
    }

    @Override
    public @Nullable NDArray bias(Component component, String module) {
        return biases.computeIfAbsent(component, key -> network(key).biases()).get(module);
    }

    /** The shape of the weight of each layer of one network, by its module path. */
    public Map<String, List<Long>> shapes(Component component) {
        Map<String, List<Long>> shapes = new HashMap<>();
        network(component)
                .layers()
                .forEach((module, weight) ->
                        shapes.put(
                                module,
                                Arrays.stream(weight.getShape().getShape()).boxed().toList()));
        return shapes;
    }

    /** The same of every network. */
    public Map<Component, Map<String, List<Long>>> shapes() {
        Map<Component, Map<String, List<Long>>> shapes = new EnumMap<>(Component.class);
        networks.keySet().forEach(component -> shapes.put(component, shapes(component)));
        return shapes;
    }

    /** Lets go of the arrays, to ask the networks for them again. */
    void forget() {
        weights.clear();
        biases.clear();
    }

    private AdaptableNetwork network(Component component) {
        AdaptableNetwork network = networks.get(component);
        if (network == null) {
            throw new IllegalArgumentException("there is no " + component);
        }
        return network;
    }
}
