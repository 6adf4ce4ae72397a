package atelier.engine.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small picture tower whose weights fp16 can hold. */
public final class RandomTower {

    public static final PictureTowerConfig CONFIG =
            new PictureTowerConfig(
                    32, 4, List.of(8, 16, 24), List.of(0, 1, 2), 4, 2, List.of(12, 20));

    private RandomTower() {}

    /** Weights by name. */
    public static Map<String, FloatTensor> weights() {
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        CONFIG.shapes()
                .forEach((name, shape) -> {
                    int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
                    float[] values = new TorchRandom(Seeds.of(7, 0, name)).normal(count);
                    for (int i = 0; i < count; i++) {
                        values[i] = Float.float16ToFloat(Float.floatToFloat16(values[i] * 0.3f));
                    }
                    weights.put(name, new FloatTensor(shape, values));
                });
        return weights;
    }

    /** The weights on the device. */
    static Map<String, NDArray> arrays(Torch torch, NDManager owner) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        weights()
                .forEach((name, tensor) ->
                        arrays.put(
                                name,
                                torch.floats(
                                        owner,
                                        tensor.values(),
                                        tensor.shape().stream()
                                                .mapToLong(Long::longValue)
                                                .toArray())));
        return arrays;
    }
}
