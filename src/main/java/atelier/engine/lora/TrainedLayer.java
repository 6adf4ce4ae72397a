package atelier.engine.lora;

import atelier.engine.weights.Component;
import atelier.engine.weights.DType;
import atelier.model.adapter.AdapterMethod;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The change of one layer, as training leaves it.
 *
 * @param component the network
 * @param module the layer's path in it, as diffusers and transformers name it
 * @param weight shape of the layer's own weight: [out, in] or [out, in, k, k]
 * @param tensors what the change is made of: LoRA's two matrices, LoHa's four, LoKr's factors, each
 *     with or without DoRA's magnitudes
 * @param rank inner size of the products
 * @param alpha the change is multiplied by alpha / rank
 */
public record TrainedLayer(
        Component component,
        String module,
        List<Long> weight,
        Map<TensorRole, TrainedTensor> tensors,
        int rank,
        double alpha) {

    /** Copies the shape and the map. */
    public TrainedLayer {
        weight = List.copyOf(weight);
        tensors = Collections.unmodifiableMap(new EnumMap<>(tensors));
    }

    /**
     * One of its tensors.
     *
     * @throws IllegalArgumentException if it has none of that role
     */
    TrainedTensor tensor(TensorRole role) {
        TrainedTensor tensor = tensors.get(role);
        if (tensor == null) {
            throw new IllegalArgumentException(module + " has no " + role);
        }
        return tensor;
    }

    /** How the change is expressed. */
    AdapterMethod method() {
        if (tensors.containsKey(TensorRole.HADAMARD_1A)) {
            return AdapterMethod.LOHA;
        }
        return tensors.containsKey(TensorRole.DOWN) ? AdapterMethod.LORA : AdapterMethod.LOKR;
    }

    /** Whether it has magnitudes of its own. */
    boolean isDecomposed() {
        return tensors.containsKey(TensorRole.DORA_SCALE);
    }

    /** Whether the layer is a convolution larger than 1×1. */
    boolean hasKernel() {
        return weight.size() == 4 && weight.get(2) * weight.get(3) > 1;
    }

    /** The same change of a plain LoRA without a scale of its own. */
    TrainedLayer folded() {
        Map<TensorRole, TrainedTensor> scaled = new EnumMap<>(tensors);
        scaled.put(TensorRole.UP, tensor(TensorRole.UP).times(alpha / rank));
        return new TrainedLayer(component, module, weight, scaled, rank, rank);
    }

    /** As a file of that type gives it back. */
    TrainedLayer rounded(DType type) {
        Map<TensorRole, TrainedTensor> coarse = new EnumMap<>(TensorRole.class);
        tensors.forEach((role, tensor) -> coarse.put(role, tensor.rounded(type)));
        float stored = alphaTensor().rounded(type).values()[0];
        return new TrainedLayer(component, module, weight, coarse, rank, stored);
    }

    /** One number. */
    TrainedTensor alphaTensor() {
        return new TrainedTensor(new float[] {(float) alpha}, List.of());
    }
}
