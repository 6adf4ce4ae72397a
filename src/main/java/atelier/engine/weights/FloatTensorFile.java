package atelier.engine.weights;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small safetensors files of fp32 tensors, read and written whole. */
public final class FloatTensorFile {

    private FloatTensorFile() {}

    /**
     * Reads every tensor, whatever float type it has.
     *
     * @throws atelier.model.AtelierException if the file cannot be read or is not sound
     */
    public static Map<String, FloatTensor> read(Path file) {
        SafetensorsFile header = SafetensorsFile.open(file);
        Map<String, FloatTensor> tensors = new LinkedHashMap<>();
        try (SafetensorsMapping bytes = SafetensorsMapping.open(header)) {
            header.tensors()
                    .forEach((name, tensor) ->
                            tensors.put(
                                    name,
                                    new FloatTensor(
                                            tensor.shape(),
                                            FloatConversion.floats(
                                                    bytes.buffer(tensor), tensor.dtype()))));
        }
        return tensors;
    }

    /**
     * Writes the file, replacing one of that name.
     *
     * @throws atelier.model.AtelierException if the folder cannot be written or is full
     */
    public static void write(Path file, Map<String, FloatTensor> tensors) {
        SafetensorsWriter writer = new SafetensorsWriter();
        tensors.forEach((name, tensor) -> writer.floats(name, tensor.shape(), tensor.values()));
        writer.write(file, ProgressListener.NONE, new CancelToken());
    }
}
