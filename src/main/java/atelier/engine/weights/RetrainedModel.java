package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * Writes models whose UNet was trained, all else as in the model that it was. Memory stays small:
 * the UNet's weights go to the drive one after the other, and from there into their places.
 */
public final class RetrainedModel {

    private final Checkpoint base;
    private final DType type;
    private final Function<String, float[]> weights;

    /**
     * @param base gives the other networks and the configurations; its files are never changed
     * @param type of the UNet's weights: F32, F16 or BF16
     * @param weights the numbers of each by its diffusers name, row-major
     */
    public RetrainedModel(Checkpoint base, DType type, Function<String, float[]> weights) {
        this.base = base;
        this.type = type;
        this.weights = weights;
    }

    /**
     * Writes the model; a file of that name is replaced, a folder must not be there.
     *
     * @throws AtelierException if a number is not finite or too large for the type, the base's
     *     files were changed, or it cannot be written; the target stays as it was then
     */
    public void write(
            Path target, CheckpointLayout layout, ProgressListener progress, CancelToken cancel) {
        base.requireUnchanged();
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        Path unet = PartialFile.in(folder);
        try {
            writeUNet(unet, cancel);
            write(base.withUNet(SafetensorsFile.open(unet)), target, layout, progress, cancel);
        } finally {
            remove(unet);
        }
    }

    private void writeUNet(Path file, CancelToken cancel) {
        SafetensorsWriter writer = new SafetensorsWriter();
        base.weights(Component.UNET)
                .forEach((name, source) ->
                        writer.tensor(
                                name,
                                type,
                                source.shape(),
                                channel ->
                                        channel.write(
                                                FloatConversion.encoded(
                                                        weights.apply(name), type, this::unfit))));
        writer.write(file, ProgressListener.NONE, cancel);
    }

    private AtelierException unfit() {
        return new AtelierException(
                "The model was not written, because some of its numbers are not finite or too large for %s: set precision=bf16, or lower learningRate."
                        .formatted(type));
    }

    private static void write(
            Checkpoint model,
            Path target,
            CheckpointLayout layout,
            ProgressListener progress,
            CancelToken cancel) {
        if (layout == CheckpointLayout.SINGLE_FILE) {
            new SingleFileWriter(model, target)
                    .write(TargetTensors.singleFile(model, null), progress, cancel);
            return;
        }
        Map<Component, SequencedMap<String, ConvertedTensor>> networks =
                new EnumMap<>(Component.class);
        model.components()
                .forEach(component ->
                        networks.put(component, TargetTensors.diffusers(model, component, null)));
        new FolderWriter(model, target).write(networks, null, progress, cancel);
    }

    private static void remove(Path file) {
        try {
            PartialFile.remove(file);
        } catch (IOException e) {
            throw WeightFileErrors.writing(file, e);
        }
    }
}
