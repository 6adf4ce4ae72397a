package atelier.engine.lora;

import atelier.engine.lora.AdapterTensors.Tensor;
import atelier.engine.weights.DType;
import atelier.engine.weights.FloatConversion;
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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/** Writes trained adapters, and reads each back before it takes its place. */
public final class AdapterWriter {

    private final AdapterFormat format;
    private final DType type;
    private final KeyMap unet;

    /**
     * @param format the names to write
     * @param type F32, F16 or BF16
     * @param unet the UNet's names in the two layouts
     */
    public AdapterWriter(AdapterFormat format, DType type, KeyMap unet) {
        this.format = format;
        this.type = type;
        this.unet = unet;
    }

    /**
     * Writes the file, replacing one of that name.
     *
     * @throws AtelierException if a value is not finite or too large for the type, or the folder
     *     cannot be written; the target stays as it was then
     */
    public void write(
            Path target,
            List<TrainedLayer> layers,
            AdapterDescription description,
            ProgressListener progress,
            CancelToken cancel) {
        // All of one type, so the order in the file is that of the names.
        List<Tensor> tensors =
                AdapterTensors.of(layers, format, unet).stream()
                        .sorted(Comparator.comparing(Tensor::name))
                        .toList();
        String name = String.valueOf(target.getFileName()).replaceFirst("\\.safetensors$", "");
        SequencedMap<String, String> training =
                AdapterMetadata.training(name, layers, description.training());
        AdapterHashes hashes = hashes(tensors, training);
        writer(tensors, training)
                .metadata("format", "pt")
                .metadata("sshs_model_hash", hashes.model())
                .metadata("sshs_legacy_hash", hashes.legacy())
                .metadata(AdapterMetadata.specification(description, hashes))
                .write(target, written -> check(written, tensors, layers.size()), progress, cancel);
    }

    private SafetensorsWriter writer(List<Tensor> tensors, SequencedMap<String, String> training) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata(training);
        for (Tensor tensor : tensors) {
            writer.tensor(
                    tensor.name(),
                    type,
                    tensor.content().shape(),
                    channel -> channel.write(encode(tensor)));
        }
        return writer;
    }

    private AdapterHashes hashes(List<Tensor> tensors, SequencedMap<String, String> training) {
        AdapterHashes.Builder hashes =
                new AdapterHashes.Builder().header(writer(tensors, training).header());
        for (Tensor tensor : tensors) {
            hashes.data(encode(tensor));
        }
        return hashes.build();
    }

    private ByteBuffer encode(Tensor tensor) {
        float[] values = tensor.content().values();
        ByteBuffer floats =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(values);
        ByteBuffer encoded = ByteBuffer.allocate(values.length * type.bytes());
        FloatConversion.Outcome outcome = FloatConversion.convert(floats, DType.F32, encoded, type);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new AtelierException(
                        "The adapter was not written, because its layer %s holds values that are infinite or not a number: go back to an earlier save and lower the learning rate."
                                .formatted(tensor.layer()));
            }
        }
        if (outcome.overflowed() > 0) {
            throw new AtelierException(
                    "The adapter was not written, because its layer %s holds values too large for %s: write it as BF16 or F32."
                            .formatted(tensor.layer(), type));
        }
        return encoded.flip();
    }

    /** Reads a written file as any user's and compares every byte. */
    private void check(Path written, List<Tensor> tensors, int layers) {
        int read = AdapterFile.open(written).layers().size();
        SafetensorsFile file = SafetensorsFile.open(written);
        try (SafetensorsMapping bytes = SafetensorsMapping.open(file)) {
            for (Tensor tensor : tensors) {
                TensorInfo info = file.tensors().get(tensor.name());
                if (info == null
                        || read != layers
                        || !info.shape().equals(tensor.content().shape())
                        || !bytes.buffer(info).equals(encode(tensor))) {
                    throw new AtelierException(
                            "The adapter was not kept, because reading it back gave something else than was written: check the drive.");
                }
            }
        }
    }
}
