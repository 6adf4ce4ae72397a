package atelier.engine.lora;

import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.engine.weights.SafetensorsWriter;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import java.nio.file.Path;
import java.util.List;

/**
 * How large the file of an adapter will be.
 *
 * @param format the names in it
 * @param type F32, F16 or BF16
 * @param unet the UNet's names in the two layouts
 */
public record AdapterSize(AdapterFormat format, DType type, KeyMap unet) {

    /**
     * Bytes of the file that {@link AdapterWriter} would write.
     *
     * @param layers may be outlines
     * @throws atelier.model.AtelierException if the format has no names for them
     */
    public long bytes(Path target, List<TrainedLayer> layers, AdapterDescription description) {
        List<TrainedLayer> stored = AdapterTensors.stored(layers, format);
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata(AdapterMetadata.training(target, layers, description.training()))
                        .metadata(AdapterMetadata.further(description, AdapterHashes.NONE));
        long data = 0;
        for (AdapterTensors.Tensor tensor : AdapterTensors.of(stored, format, unet)) {
            List<Long> shape = tensor.content().shape();
            writer.tensor(tensor.name(), type, shape, channel -> {});
            data += shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
        }
        return writer.header().remaining() + data;
    }
}
