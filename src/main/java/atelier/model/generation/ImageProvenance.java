package atelier.model.generation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to make an image again. It is written into the image as JSON, whose names are
 * those of the components: a change of them is a change of a file format.
 *
 * @param prompt what was encoded, wildcards already filled in
 * @param negative null stands for no negative prompt at all, which differs from an empty one
 * @param template the prompt before its wildcards were filled in; null where it had none
 * @param width in pixels
 * @param height in pixels
 * @param conditioning the sizes and crop that the model was told
 * @param sampling sampler, schedule, steps and guidance
 * @param seed of this very image, not of its batch
 * @param clipSkip layers skipped at the end of both text encoders beyond SDXL's own choice
 * @param emphasis how prompt weights acted
 * @param init the picture it started from; null where it started from noise
 * @param model the networks
 * @param engine the machinery
 */
public record ImageProvenance(
        String prompt,
        @Nullable String negative,
        @Nullable String template,
        int width,
        int height,
        SizeConditioning conditioning,
        SamplingSettings sampling,
        long seed,
        int clipSkip,
        EmphasisMode emphasis,
        @Nullable InitProvenance init,
        ModelProvenance model,
        EngineProvenance engine) {

    /** Checks that nothing is missing, as it may come from a file. */
    public ImageProvenance {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(conditioning, "conditioning");
        Objects.requireNonNull(sampling.sampler(), "sampler");
        Objects.requireNonNull(sampling.schedule(), "schedule");
        Objects.requireNonNull(emphasis, "emphasis");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(engine, "engine");
    }
}
