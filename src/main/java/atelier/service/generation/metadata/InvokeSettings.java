package atelier.service.generation.metadata;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON that InvokeAI writes, from version 3 on. */
final class InvokeSettings implements ForeignSettings {

    private static final String SOURCE = "InvokeAI";

    /** Samplers with Karras' schedule carry it so. */
    private static final String KARRAS = "_k";

    @Override
    public @Nullable ImageSettings read(Map<String, String> texts) {
        String text = texts.get("invokeai_metadata");
        JsonNode json = Json.object(text);
        if (text == null || json == null) {
            return null;
        }
        SettingsDraft draft = new SettingsDraft(SOURCE, text);
        draft.prompt = Json.text(json, "positive_prompt");
        draft.negative = Json.text(json, "negative_prompt");
        draft.width = Json.small(json.path("width"));
        draft.height = Json.small(json.path("height"));
        draft.seed = Json.whole(json.path("seed"));
        draft.steps = Json.small(json.path("steps"));
        draft.guidance = Json.number(json.path("cfg_scale"));
        draft.guidanceRescale = Json.number(json.path("cfg_rescale_multiplier"));
        draft.clipSkip = Json.small(json.path("clip_skip"));
        draft.model = file(json.path("model"));
        draft.vae = file(json.path("vae"));
        readSampler(draft, Json.text(json, "scheduler"));
        if (json.hasNonNull("init_image") || isOn(json, "img2img") || isOn(json, "inpaint")) {
            draft.strength = Json.number(json.path("strength"));
        }
        for (JsonNode lora : json.path("loras")) {
            MentionedFile file = file(lora.path(lora.has("model") ? "model" : "lora"));
            if (file != null) {
                draft.adapters.add(new MentionedAdapter(file, Json.number(lora.path("weight"))));
            }
        }
        String style = Json.text(json, "positive_style_prompt");
        if (style != null && !style.isBlank()) {
            draft.remarks.add("The separate style prompt is left out: \"" + style + "\".");
        }
        return draft.saysAnything() ? draft.finish() : null;
    }

    private static void readSampler(SettingsDraft draft, @Nullable String scheduler) {
        if (scheduler != null && scheduler.toLowerCase(Locale.ROOT).endsWith(KARRAS)) {
            draft.sampler(scheduler.substring(0, scheduler.length() - KARRAS.length()));
            draft.schedule("karras");
        } else {
            draft.sampler(scheduler);
        }
    }

    private static boolean isOn(JsonNode json, String mode) {
        String generation = Json.text(json, "generation_mode");
        return generation != null && generation.contains(mode);
    }

    /** Up to version 3 the name is "model_name"; from version 4 on there are name and hash. */
    private static @Nullable MentionedFile file(JsonNode model) {
        String name = Json.text(model, model.has("name") ? "name" : "model_name");
        return name == null ? null : new MentionedFile(name, Json.text(model, "hash"));
    }
}
