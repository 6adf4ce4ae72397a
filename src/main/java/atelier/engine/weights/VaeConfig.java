package atelier.engine.weights;

import java.util.List;

/**
 * The sizes of an SDXL autoencoder, as in diffusers' {@code vae/config.json}.
 *
 * @param imageChannels channels of a picture: 3
 * @param latentChannels channels of the latents: 4
 * @param blockOutChannels width of each level, outermost first; each level but the last halves the
 *     picture's sides
 * @param layersPerBlock residual blocks per level in the encoder; the decoder has one more
 * @param normGroups groups of the group norms
 * @param scalingFactor what latents are multiplied by after encoding: 0.13025 for SDXL
 */
public record VaeConfig(
        int imageChannels,
        int latentChannels,
        List<Integer> blockOutChannels,
        int layersPerBlock,
        int normGroups,
        double scalingFactor) {

    /** By how much a side of the latents is smaller than the picture's. */
    public int reduction() {
        return 1 << (blockOutChannels.size() - 1);
    }
}
