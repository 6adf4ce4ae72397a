package atelier.engine.lora;

import atelier.engine.weights.DType;
import atelier.engine.weights.KeyMap;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsMapping;
import atelier.engine.weights.SafetensorsWriter;
import atelier.engine.weights.TensorInfo;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterDescription;
import atelier.model.adapter.AdapterFormat;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/** Writes trained adapters, and reads each back before it takes its place. */
public final class AdapterWriter {

    private final AdapterFormat format;
    private final DType type;
    private final KeyMap unet;
    private final OutputCheck outputs;

    /**
     * @param format the names to write
     * @param type F32, F16 or BF16
     * @param unet the UNet's names in the two layouts
     * @param outputs of the model that the adapters were trained on
     */
    public AdapterWriter(AdapterFormat format, DType type, KeyMap unet, OutputCheck outputs) {
        this.format = format;
        this.type = type;
        this.unet = unet;
        this.outputs = outputs;
    }

    /**
     * Writes the file, replacing one of that name. Runs on the lane.
     *
     * @throws AtelierException if a value is not finite or too large for the type, the format has
     *     no names for the method, the folder cannot be written, or what was written has another
     *     effect than what was trained; the target stays as it was then
     */
    public void write(
            Path target,
            List<TrainedLayer> layers,
            AdapterDescription description,
            ProgressListener progress,
            CancelToken cancel) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("an adapter without layers");
        }
        List<TrainedLayer> stored = AdapterTensors.stored(layers, format);
        // All of one type, so the order in the file is that of the names.
        List<EncodedTensor> tensors =
                AdapterTensors.of(stored, format, unet).stream()
                        .map(tensor -> EncodedTensor.of(tensor, type))
                        .sorted(Comparator.comparing(EncodedTensor::name))
                        .toList();
        SequencedMap<String, String> training =
                AdapterMetadata.training(target, layers, description.training());
        AdapterHashes hashes = hashes(tensors, training);
        writer(tensors, training)
                .metadata(AdapterMetadata.further(description, hashes))
                .write(
                        target,
                        written -> {
                            checkBytes(written, tensors);
                            outputs.require(AdapterFile.open(written), layers, stored, type);
                        },
                        progress,
                        cancel);
    }

    private SafetensorsWriter writer(
            List<EncodedTensor> tensors, SequencedMap<String, String> training) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata(training);
        for (EncodedTensor tensor : tensors) {
            writer.tensor(
                    tensor.name(),
                    type,
                    tensor.shape(),
                    channel -> channel.write(tensor.bytes().duplicate()));
        }
        return writer;
    }

    private AdapterHashes hashes(
            List<EncodedTensor> tensors, SequencedMap<String, String> training) {
        AdapterHashes.Builder hashes =
                new AdapterHashes.Builder().header(writer(tensors, training).header());
        tensors.forEach(tensor -> hashes.data(tensor.bytes()));
        return hashes.build();
    }

    private static void checkBytes(Path written, List<EncodedTensor> tensors) {
        boolean same = true;
        SafetensorsFile file = SafetensorsFile.open(written);
        try (SafetensorsMapping bytes = SafetensorsMapping.open(file)) {
            for (EncodedTensor tensor : tensors) {
                TensorInfo info = file.tensors().get(tensor.name());
                same =
                        same
                                && info != null
                                && info.shape().equals(tensor.shape())
                                && bytes.buffer(info).equals(tensor.bytes());
            }
        }
        if (!same) {
            throw new AtelierException(
                    "The adapter was not kept, because reading it back gave something else than was written: check the drive.");
        }
    }
}
