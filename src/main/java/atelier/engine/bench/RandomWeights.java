package atelier.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights drawn at random, for networks whose speed and memory matter and whose pictures do not.
 *
 * <p>Matrices and kernels are normal with deviation 1/√(inputs), norms are the identity and biases
 * zero, so that values keep their size from layer to layer. All are cut from one sequence of
 * numbers, each from another place, as drawing billions of them would take longer than the
 * benchmark itself.
 */
public final class RandomWeights {

    /** Prime, so that tensors of equal shape are cut from different places. */
    private static final long STRIDE = 104_729;

    private static final long PLACES = 64;

    private final Torch torch;
    private final NDManager owner;
    private final ComputeType type;

    private RandomWeights(Torch torch, NDManager owner, ComputeType type) {
        this.torch = torch;
        this.owner = owner;
        this.type = type;
    }

    /**
     * One array for each name.
     *
     * @param owner closes the arrays
     * @param shapes extents by name; names end in {@code .weight} or {@code .bias}
     */
    public static Map<String, NDArray> of(
            Torch torch, NDManager owner, Map<String, List<Long>> shapes, ComputeType type) {
        return new RandomWeights(torch, owner, type).arrays(shapes);
    }

    private Map<String, NDArray> arrays(Map<String, List<Long>> shapes) {
        long largest =
                shapes.values().stream()
                        .mapToLong(extents -> new Shape(extents).size())
                        .max()
                        .orElse(0);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        try (NDManager call = torch.newManager()) {
            NDArray fp32 = call.randomNormal(new Shape(largest + STRIDE * PLACES));
            NDArray sequence = torch.cast(call, fp32, type);
            fp32.close();
            shapes.forEach((name, extents) -> {
                Shape shape = new Shape(extents);
                long begin = STRIDE * (arrays.size() % PLACES);
                arrays.put(
                        name,
                        shape.dimension() == 1 ? vector(name, shape) : cut(sequence, begin, shape));
            });
        }
        return arrays;
    }

    private NDArray vector(String name, Shape shape) {
        try (NDManager call = torch.newManager()) {
            NDArray fp32 = name.endsWith(".bias") ? call.zeros(shape) : call.ones(shape);
            return torch.cast(owner, fp32, type);
        }
    }

    private NDArray cut(NDArray sequence, long begin, Shape shape) {
        double inputs = (double) shape.size() / shape.get(0);
        try (NDManager call = torch.newManager()) {
            NDArray part =
                    torch.slice(call, sequence, begin, begin + shape.size(), shape.getShape());
            NDArray scaled = part.mul(1 / Math.sqrt(inputs));
            scaled.attach(owner);
            return scaled;
        }
    }
}
