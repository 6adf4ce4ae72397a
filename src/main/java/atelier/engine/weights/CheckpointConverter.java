package atelier.engine.weights;

import atelier.engine.weights.FloatConversion.Outcome;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Converts models between the two layouts and between fp32, fp16 and bf16, one tensor after the
 * other, so that memory stays small. The source is never changed; the target appears whole or not
 * at all.
 */
public final class CheckpointConverter {

    private CheckpointConverter() {}

    /**
     * Converts a model.
     *
     * @param progress hears of each tensor
     * @throws AtelierException if the source cannot be used, the target exists, its drive is full,
     *     or the work is cancelled; nothing is left behind then
     */
    public static ConversionResult convert(
            ConversionOrder order, ProgressListener progress, CancelToken cancel) {
        @Nullable DType dtype = order.dtype();
        if (dtype != null && !dtype.isWeight()) {
            throw new IllegalArgumentException("weights of type " + dtype);
        }
        Path target = order.target();
        requireAbsent(target);
        Checkpoint source = Checkpoint.open(order.source(), order.options());
        if (order.layout() == CheckpointLayout.SINGLE_FILE) {
            requireAbsent(ConfigOverrides.besideFile(target));
            SequencedMap<String, ConvertedTensor> tensors = TargetTensors.singleFile(source, dtype);
            requireRoom(target, tensors.values());
            new SingleFileWriter(source, target).write(tensors, progress, cancel);
            return result(target, tensors.values(), false);
        }
        Map<Component, SequencedMap<String, ConvertedTensor>> networks =
                new EnumMap<>(Component.class);
        source.components()
                .forEach(component ->
                        networks.put(component, TargetTensors.diffusers(source, component, dtype)));
        List<ConvertedTensor> tensors =
                networks.values().stream().flatMap(network -> network.values().stream()).toList();
        requireRoom(target, tensors);
        boolean hasTokenizers =
                new FolderWriter(source, target)
                        .write(networks, order.tokenizers(), progress, cancel);
        return result(target, tensors, hasTokenizers);
    }

    private static ConversionResult result(
            Path target, Collection<ConvertedTensor> tensors, boolean hasTokenizers) {
        Outcome outcome =
                tensors.stream().map(ConvertedTensor::outcome).reduce(Outcome.NONE, Outcome::plus);
        return new ConversionResult(target, tensors.size(), bytes(tensors), outcome, hasTokenizers);
    }

    private static long bytes(Collection<ConvertedTensor> tensors) {
        return tensors.stream().mapToLong(ConvertedTensor::bytes).sum();
    }

    private static void requireAbsent(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new AtelierException(
                    target + " exists already: choose another name, or remove it first.");
        }
    }

    private static void requireRoom(Path target, Collection<ConvertedTensor> tensors) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            long free =
                    Files.getFileStore(folder == null ? target.toAbsolutePath() : folder)
                            .getUsableSpace();
            if (free < bytes(tensors)) {
                throw new AtelierException(
                        "%s needs %.1f GB, but its drive has only %.1f GB free: free some space first."
                                .formatted(target, bytes(tensors) / 1e9, free / 1e9));
            }
        } catch (IOException e) {
            throw WeightFileErrors.writing(target, e);
        }
    }
}
