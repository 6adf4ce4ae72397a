package atelier.model.library;

import atelier.model.generation.PredictionType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model, a VAE or a text encoder without running it.
 *
 * @param path the file or folder
 * @param detection what it was found to be
 * @param layout how it lies on the drive: {@code single file} or {@code diffusers folder}
 * @param bytes room it takes
 * @param networks the networks it has
 * @param prediction what its UNet predicts; null for what cannot be used as a model
 * @param problem why it cannot be used as a model, one sentence; empty if it can
 * @param metadata text that the file carries
 * @param hashes of a single file, where they are known
 */
public record ModelInspection(
        Path path,
        Detection detection,
        String layout,
        long bytes,
        List<NetworkSummary> networks,
        @Nullable PredictionSummary prediction,
        String problem,
        Map<String, String> metadata,
        @Nullable FileHashes hashes) {

    /**
     * One network of a model.
     *
     * @param name what it is called: {@code UNet}, {@code VAE}, {@code first text encoder}, {@code
     *     second text encoder}
     * @param tensors how many tensors it has
     * @param parameters how many numbers they hold
     * @param types how many of the numbers are of which type, by the safetensors name of the type
     * @param sizes its structure in a few words; empty where it cannot be told
     */
    public record NetworkSummary(
            String name, int tensors, long parameters, Map<String, Long> types, String sizes) {}

    /**
     * What a UNet predicts.
     *
     * @param type what it is
     * @param zeroTerminalSnr whether the noise is rescaled to zero terminal SNR
     * @param source where the type was read, in words
     */
    public record PredictionSummary(PredictionType type, boolean zeroTerminalSnr, String source) {}
}
