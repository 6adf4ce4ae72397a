package atelier.engine.lora;

import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Component;
import atelier.engine.weights.FileStamp;
import atelier.engine.weights.KeyMap;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a model and the adapters that act on them. Changing the adapters reads their
 * files alone; without any, the networks compute bit by bit what they did before. Runs on the lane.
 */
public final class AdaptedModel implements AutoCloseable {

    /** What tells whether an adapter is still the one in use. */
    private record Use(Path file, FileStamp stamp, double weight) {

        Use(WeightedAdapter adapter) {
            this(adapter.file().file().path(), adapter.file().file().stamp(), adapter.weight());
        }
    }

    private final Torch torch;
    private final Map<Component, AdaptableNetwork> networks;
    private final ModelLayers layers;
    private final NetworkParameters parameters;
    private final AdapterStack stack;
    private List<Use> uses = List.of();
    private @Nullable NDManager owner;

    /**
     * @param networks the UNet and both text encoders, which stay their owner's
     * @param unet the UNet's names in the two layouts
     * @param type what the networks compute in
     */
    public AdaptedModel(
            Torch torch, Map<Component, AdaptableNetwork> networks, KeyMap unet, ComputeType type) {
        this.torch = torch;
        this.networks = new EnumMap<>(networks);
        this.parameters = new NetworkParameters(networks);
        this.layers = new ModelLayers(parameters.shapes(), unet);
        this.stack = new AdapterStack(torch, layers, parameters, type);
    }

    BaseParameters parameters() {
        return parameters;
    }

    AdapterStack stack() {
        return stack;
    }

    /** Where adapters may act; for checking one before it is used. */
    public ModelLayers layers() {
        return layers;
    }

    /**
     * Puts these adapters in place of whatever adapters there were; none restores the plain model.
     * The former ones' memory is freed first, so on a failure the model is plain.
     *
     * @throws AtelierException if an adapter does not fit the model, changed on disk, or holds
     *     infinite values
     */
    public void use(List<WeightedAdapter> adapters, CancelToken cancel) {
        List<Use> wanted = uses(adapters);
        if (wanted.equals(uses)) {
            return;
        }
        clear();
        parameters.forget();
        NDManager next = torch.newManager();
        boolean done = false;
        try {
            Map<Component, Map<String, LayerChange>> changes =
                    stack.changes(next, adapters, cancel);
            networks.forEach((component, network) ->
                    network.change(changes.getOrDefault(component, Map.of())));
            done = true;
        } finally {
            if (!done) {
                next.close();
            }
        }
        owner = next;
        uses = wanted;
    }

    /** Whether these adapters, as their files are now, act on it already. */
    public boolean isUsing(List<WeightedAdapter> adapters) {
        return uses(adapters).equals(uses);
    }

    private static List<Use> uses(List<WeightedAdapter> adapters) {
        return adapters.stream().map(Use::new).toList();
    }

    private void clear() {
        networks.values().forEach(network -> network.change(Map.of()));
        uses = List.of();
        if (owner != null) {
            owner.close();
            owner = null;
        }
    }

    /** Leaves the networks plain. */
    @Override
    public void close() {
        clear();
        stack.close();
    }
}
