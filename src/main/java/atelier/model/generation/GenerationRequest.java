package atelier.model.generation;

import org.jspecify.annotations.Nullable;

/**
 * One order of images that differ only in their seed.
 *
 * @param prompt what to show, with A1111 weights and {@code BREAK}
 * @param negative what to avoid; null stands for no negative prompt at all, whose embeddings are
 *     zeros where the model asks for it, which differs from an empty one, which is encoded
 * @param width in pixels, divisible by 8
 * @param height in pixels, divisible by 8
 * @param conditioning claimed sizes and crop; null for those of the image itself
 * @param sampling sampler, schedule, steps and guidance
 * @param seed of the first image; image k has seed + k
 * @param count how many images
 * @param clipSkip layers skipped at the end of both text encoders beyond SDXL's own choice; 0 is
 *     SDXL's own
 * @param emphasis how prompt weights act
 * @param init the picture to start from; null starts from noise
 */
public record GenerationRequest(
        String prompt,
        @Nullable String negative,
        int width,
        int height,
        @Nullable SizeConditioning conditioning,
        SamplingSettings sampling,
        long seed,
        int count,
        int clipSkip,
        EmphasisMode emphasis,
        @Nullable InitImage init) {

    /** The same with other seeds. */
    public GenerationRequest withSeeds(long first, int images) {
        return new GenerationRequest(
                prompt,
                negative,
                width,
                height,
                conditioning,
                sampling,
                first,
                images,
                clipSkip,
                emphasis,
                init);
    }
}
