package atelier.service.library;

import atelier.engine.weights.CheckpointConverter;
import atelier.engine.weights.CheckpointLayout;
import atelier.engine.weights.CheckpointOptions;
import atelier.engine.weights.ConversionOrder;
import atelier.engine.weights.ConversionResult;
import atelier.engine.weights.DType;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.ModelLayout;
import atelier.model.library.WeightType;
import atelier.model.library.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Converts models between the two layouts and between types of weights. */
public final class ConversionService {

    private final Path imported;

    /** Gives folders made from single files the tokenizers of that workspace, where they are. */
    public ConversionService(Workspace workspace) {
        this.imported = workspace.tokenizers();
    }

    /**
     * A conversion to be done.
     *
     * @param source the model; a VAE chosen with it goes into the new one
     * @param target the file or folder to write; must not exist
     * @param layout which of the two the target is
     * @param type of the new weights; null keeps each tensor's own
     */
    public record Order(
            ModelChoice source, Path target, ModelLayout layout, @Nullable WeightType type) {}

    /**
     * A conversion that was done.
     *
     * @param target the new file or folder
     * @param tensors how many tensors it has
     * @param bytes how much room its weights take
     * @param overflowed how many numbers were too large for the new type and became infinite
     * @param nan how many were not a number before, and still are not
     * @param tokenizers whether the new model can read prompts by itself; a single file never can
     */
    public record Converted(
            Path target, int tensors, long bytes, long overflowed, long nan, boolean tokenizers) {}

    /**
     * Converts a model.
     *
     * @throws atelier.model.AtelierException if the source cannot be used, the target exists or
     *     cannot be written, or the work is cancelled; nothing is left behind then
     */
    public Converted convert(Order order, ProgressListener progress, CancelToken cancel) {
        ConversionResult result =
                CheckpointConverter.convert(
                        new ConversionOrder(
                                order.source().path(),
                                CheckpointOptions.of(order.source()),
                                order.target(),
                                layout(order.layout()),
                                dtype(order.type()),
                                Files.isDirectory(imported) ? imported : null),
                        progress,
                        cancel);
        return new Converted(
                result.target(),
                result.tensors(),
                result.bytes(),
                result.outcome().overflowed(),
                result.outcome().nan(),
                result.hasTokenizers());
    }

    private static CheckpointLayout layout(ModelLayout layout) {
        return switch (layout) {
            case SINGLE_FILE -> CheckpointLayout.SINGLE_FILE;
            case DIFFUSERS_FOLDER -> CheckpointLayout.DIFFUSERS_FOLDER;
        };
    }

    private static @Nullable DType dtype(@Nullable WeightType type) {
        return switch (type) {
            case null -> null;
            case FP16 -> DType.F16;
            case BF16 -> DType.BF16;
            case FP32 -> DType.F32;
        };
    }
}
