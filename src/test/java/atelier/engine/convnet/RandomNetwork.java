package atelier.engine.convnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random weights of small networks, which fp16 can hold. */
public final class RandomNetwork {

    private RandomNetwork() {}

    /**
     * Weights by name.
     *
     * @param shapes by name
     * @param deviation of their numbers
     */
    public static Map<String, FloatTensor> weights(
            Map<String, List<Long>> shapes, float deviation) {
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
            float[] values = new TorchRandom(Seeds.of(7, 0, name)).normal(count);
            for (int i = 0; i < count; i++) {
                values[i] = Float.float16ToFloat(Float.floatToFloat16(values[i] * deviation));
            }
            weights.put(name, new FloatTensor(shape, values));
        });
        return weights;
    }

    /** Such weights on the device. */
    public static Map<String, NDArray> arrays(
            Torch torch, NDManager owner, Map<String, FloatTensor> weights) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        weights.forEach((name, tensor) ->
                arrays.put(
                        name,
                        torch.floats(
                                owner,
                                tensor.values(),
                                tensor.shape().stream().mapToLong(Long::longValue).toArray())));
        return arrays;
    }
}
