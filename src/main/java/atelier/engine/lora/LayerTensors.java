package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tensors that an adapter file holds for one layer, by role; each is taken once. */
final class LayerTensors {

    private final String stem;
    private final Map<TensorRole, TensorInfo> tensors = new EnumMap<>(TensorRole.class);

    LayerTensors(String stem) {
        this.stem = stem;
    }

    String stem() {
        return stem;
    }

    void add(TensorRole role, TensorInfo tensor) throws BadLayer {
        if (tensors.putIfAbsent(role, tensor) != null) {
            throw new BadLayer(
                    stem, "holds " + Shown.name(tensor.name()) + " twice under different names");
        }
    }

    boolean has(TensorRole role) {
        return tensors.containsKey(role);
    }

    /** The tensors that are left. */
    Collection<TensorInfo> left() {
        return tensors.values();
    }

    /** Takes a tensor that may be absent. */
    @Nullable TensorInfo optional(TensorRole role) {
        return tensors.remove(role);
    }

    /**
     * Takes a tensor that must be there, hold something, and have one of these numbers of
     * dimensions.
     */
    TensorInfo required(TensorRole role, Integer... dimensions) throws BadLayer {
        TensorInfo tensor = tensors.remove(role);
        if (tensor == null) {
            throw new BadLayer(stem, "has no " + role.ending());
        }
        if (tensor.elements() == 0 || !List.of(dimensions).contains(tensor.shape().size())) {
            throw bad(tensor);
        }
        return tensor;
    }

    /** Complains about a tensor's shape. */
    BadLayer bad(TensorInfo tensor) {
        return new BadLayer(
                stem,
                "has the impossible shape " + tensor.shape() + " in " + Shown.name(tensor.name()));
    }
}
