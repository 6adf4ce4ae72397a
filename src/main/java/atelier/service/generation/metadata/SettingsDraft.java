package atelier.service.generation.metadata;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import atelier.model.generation.MentionedSampling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings while they are being gathered; what stays null was not found. */
final class SettingsDraft {

    private final String source;
    private final String raw;
    final List<MentionedAdapter> adapters = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    @Nullable String prompt;
    @Nullable String negative;
    @Nullable String template;
    @Nullable Integer width;
    @Nullable Integer height;
    @Nullable MentionedName sampler;
    @Nullable MentionedName schedule;
    @Nullable Integer steps;
    @Nullable Double guidance;
    @Nullable Double guidanceRescale;
    @Nullable Double eta;
    @Nullable Long seed;
    @Nullable Double strength;
    @Nullable Integer clipSkip;
    @Nullable EmphasisMode emphasis;
    @Nullable MentionedFile model;
    @Nullable MentionedFile vae;
    @Nullable ImageProvenance provenance;

    /**
     * An empty draft.
     *
     * @param source the tool that wrote the image
     * @param raw the text that is being read
     */
    SettingsDraft(String source, String raw) {
        this.source = source;
        this.raw = raw;
    }

    /** Sets sampler and, where the name holds one, the schedule. */
    void sampler(@Nullable String name) {
        if (name != null && !name.isBlank()) {
            SamplerNames.Parsed parsed = SamplerNames.parse(name);
            sampler = parsed.sampler();
            schedule = parsed.schedule() == null ? schedule : parsed.schedule();
        }
    }

    /** Sets the schedule. */
    void schedule(@Nullable String name) {
        if (name != null && !name.isBlank()) {
            schedule = SamplerNames.schedule(name);
        }
    }

    /** Sets the layers skipped from a count in which 1 and 2 both mean SDXL's own choice. */
    void clipSkipFromLast(@Nullable Integer layers) {
        clipSkip = layers == null ? null : Math.max(0, layers - 2);
    }

    /** Whether enough was found to call it settings. */
    boolean saysAnything() {
        return prompt != null || seed != null || steps != null;
    }

    /** Done; remarks on unknown names are added. */
    ImageSettings finish() {
        List<String> all = new ArrayList<>(remarks);
        if (sampler != null && sampler.id() == null) {
            all.add("Atelier has no sampler \"" + sampler.text() + "\"; choose another.");
        }
        if (schedule != null && schedule.id() == null) {
            all.add("Atelier has no schedule \"" + schedule.text() + "\"; choose another.");
        }
        return new ImageSettings(
                source,
                raw,
                prompt,
                negative,
                template,
                width,
                height,
                new MentionedSampling(
                        sampler, schedule, steps, guidance, guidanceRescale, eta, seed, strength),
                clipSkip,
                emphasis,
                model,
                vae,
                adapters,
                all,
                provenance);
    }
}
