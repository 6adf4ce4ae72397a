package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatConversion;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsMapping;
import atelier.engine.weights.TensorInfo;
import atelier.model.AtelierException;

/** The weights of an adapter file, read one tensor at a time as fp32. */
final class AdapterValues implements AutoCloseable {

    private final Torch torch;
    private final SafetensorsFile file;
    private final SafetensorsMapping bytes;

    /**
     * @throws AtelierException if the file changed since its header was read, or cannot be read
     */
    AdapterValues(Torch torch, SafetensorsFile file) {
        this.torch = torch;
        this.file = file;
        this.bytes = SafetensorsMapping.open(file);
    }

    /**
     * A tensor in its own shape.
     *
     * @throws AtelierException if a value is not finite
     */
    NDArray array(NDManager owner, TensorInfo tensor) {
        float[] values = floats(tensor);
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        return torch.floats(owner, values, shape);
    }

    private float[] floats(TensorInfo tensor) {
        float[] values = FloatConversion.floats(bytes.buffer(tensor), tensor.dtype());
        int bad = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                bad++;
            }
        }
        if (bad > 0) {
            throw new AtelierException(
                    "%s is broken: %d of %d values of %s are infinite or not a number; use an earlier save of it."
                            .formatted(file.path(), bad, values.length, Shown.name(tensor.name())));
        }
        return values;
    }

    @Override
    public void close() {
        bytes.close();
    }
}
