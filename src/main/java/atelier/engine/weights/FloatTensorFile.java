package atelier.engine.weights;

import atelier.model.AtelierException;
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

    /**
     * Writes the file in fp16, replacing one of that name.
     *
     * @param label what the network is called in sentences
     * @throws AtelierException if a number is not finite or too large, or the folder cannot be
     *     written or is full
     */
    public static void writeHalves(Path file, Map<String, FloatTensor> tensors, String label) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        tensors.forEach((name, tensor) ->
                writer.tensor(
                        name,
                        DType.F16,
                        tensor.shape(),
                        channel ->
                                channel.write(
                                        FloatConversion.encoded(
                                                tensor.values(),
                                                DType.F16,
                                                () -> unfit(label, name)))));
        writer.write(file, ProgressListener.NONE, new CancelToken());
    }

    private static AtelierException unfit(String label, String name) {
        return new AtelierException(
                "The %s was not written, because its tensor %s holds numbers that are not finite or too large for fp16: lower its learning rate in the recipe."
                        .formatted(label, name));
    }
}
