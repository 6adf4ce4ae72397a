package atelier.engine.weights;

import java.util.List;

/**
 * The sizes of an SDXL UNet, as in diffusers' {@code unet/config.json}.
 *
 * @param inChannels latent channels it takes: 4, or 9 for inpainting models
 * @param outChannels latent channels it predicts
 * @param blockOutChannels width of each level, outermost first
 * @param layersPerBlock residual blocks per level on the way down; one more on the way up
 * @param transformerDepths transformer blocks per attention layer of each level; 0 where a level
 *     has no attention
 * @param heads attention heads of each level
 * @param crossAttentionDim width of the text context
 * @param normGroups groups of the group norms
 * @param additionTimeEmbedDim width of the sinusoid of each size condition
 * @param pooledDim width of the pooled text embedding
 */
public record UNetConfig(
        int inChannels,
        int outChannels,
        List<Integer> blockOutChannels,
        int layersPerBlock,
        List<Integer> transformerDepths,
        List<Integer> heads,
        int crossAttentionDim,
        int normGroups,
        int additionTimeEmbedDim,
        int pooledDim) {

    static final int SIZE_CONDITIONS = 6;

    /** Number of resolutions. */
    public int levels() {
        return blockOutChannels.size();
    }

    /**
     * Width of the pooled text and the six size conditions together, diffusers'
     * projection_class_embeddings_input_dim.
     */
    public int additionInputDim() {
        return pooledDim + SIZE_CONDITIONS * additionTimeEmbedDim;
    }
}
