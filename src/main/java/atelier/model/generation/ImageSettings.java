package atelier.model.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an image tells about how it was made, by whichever tool; null stands for what it does not
 * tell.
 *
 * @param source the tool: "Atelier", "A1111", "Forge", "ComfyUI", "InvokeAI", "Fooocus",
 *     "stable-diffusion.cpp"
 * @param raw the text all this was read from
 * @param prompt what to show, without the adapter tags that stood in it
 * @param negative what to avoid
 * @param template the prompt before its wildcards were filled in
 * @param width in pixels
 * @param height in pixels
 * @param sampling sampler, schedule, steps, guidance and seed
 * @param clipSkip layers skipped beyond SDXL's own choice
 * @param emphasis how prompt weights acted
 * @param model the checkpoint
 * @param vae the VAE in place of the checkpoint's own
 * @param adapters in the order in which they were stacked
 * @param remarks plain sentences on what could not be taken over or will come out differently
 * @param provenance all there is to know, for images that Atelier wrote
 */
public record ImageSettings(
        String source,
        String raw,
        @Nullable String prompt,
        @Nullable String negative,
        @Nullable String template,
        @Nullable Integer width,
        @Nullable Integer height,
        MentionedSampling sampling,
        @Nullable Integer clipSkip,
        @Nullable EmphasisMode emphasis,
        @Nullable MentionedFile model,
        @Nullable MentionedFile vae,
        List<MentionedAdapter> adapters,
        List<String> remarks,
        @Nullable ImageProvenance provenance) {

    /** Keeps copies of the lists. */
    public ImageSettings {
        adapters = List.copyOf(adapters);
        remarks = List.copyOf(remarks);
    }
}
