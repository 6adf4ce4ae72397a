package atelier.engine.weights;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to convert into what.
 *
 * @param source the model: a single file or a diffusers folder
 * @param options what its files do not say; a VAE chosen here goes into the new model
 * @param target the file or folder to write; must not exist
 * @param layout which of the two the target is
 * @param dtype the type of the new weights, F32, F16 or BF16; null keeps each tensor's own
 * @param tokenizers for a folder made from a single file, where CLIP's {@code vocab.json} and
 *     {@code merges.txt} lie; null leaves the tokenizers out
 */
public record ConversionOrder(
        Path source,
        CheckpointOptions options,
        Path target,
        CheckpointLayout layout,
        @Nullable DType dtype,
        @Nullable Path tokenizers) {}
