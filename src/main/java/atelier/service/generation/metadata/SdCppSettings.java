package atelier.service.generation.metadata;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON that stable-diffusion.cpp puts behind its parameter text, which tells more, and tells it
 * apart from what a prompt may contain.
 */
final class SdCppSettings {

    static final String SOURCE = "stable-diffusion.cpp";

    private static final String MARK = ", SDCPP: {";

    private SdCppSettings() {}

    /** Reads the JSON in such a text; null where there is none that can be read. */
    static @Nullable ImageSettings read(String text) {
        int line = text.strip().lastIndexOf('\n') + 1;
        int mark = text.strip().indexOf(MARK, line);
        JsonNode json = mark < 0 ? null : Json.object(text.strip().substring(mark + 9));
        if (json == null) {
            return null;
        }
        SettingsDraft draft = new SettingsDraft(SOURCE, text);
        readPrompt(draft, json);
        readSampling(draft, json);
        readModels(draft, json);
        return draft.saysAnything() ? draft.finish() : null;
    }

    private static void readPrompt(SettingsDraft draft, JsonNode json) {
        String positive = Json.text(json.path("prompt"), "positive");
        draft.prompt = positive == null ? null : AdapterTags.split(positive).text();
        draft.negative = Json.text(json.path("prompt"), "negative");
        draft.width = Json.small(json.path("width"));
        draft.height = Json.small(json.path("height"));
        draft.clipSkipFromLast(Json.small(json.path("clip_skip")));
    }

    private static void readSampling(SettingsDraft draft, JsonNode json) {
        JsonNode sampling = json.path("sampling");
        draft.seed = Json.whole(json.path("seed"));
        draft.steps = Json.small(sampling.path("steps"));
        draft.eta = Json.number(sampling.path("eta"));
        draft.guidance = Json.number(sampling.path("guidance").path("txt_cfg"));
        draft.sampler(Json.text(sampling, "method"));
        draft.schedule(Json.text(sampling, "scheduler"));
        if (!"cpu".equals(Json.text(json, "rng"))) {
            draft.remarks.add(
                    "The noise came from another generator, so the same seed gives another image here.");
        }
    }

    private static void readModels(SettingsDraft draft, JsonNode json) {
        String model = Json.text(json.path("models"), "model");
        String unet = Json.text(json.path("models"), "diffusion_model");
        String vae = Json.text(json.path("models"), "vae");
        String used = model == null ? unet : model;
        draft.model = used == null ? null : new MentionedFile(used, null);
        draft.vae = vae == null ? null : new MentionedFile(vae, null);
        for (JsonNode lora : json.path("loras")) {
            String name = Json.text(lora, "name");
            if (name != null) {
                draft.adapters.add(
                        new MentionedAdapter(
                                new MentionedFile(name, null),
                                Json.number(lora.path("multiplier"))));
            }
        }
    }
}
