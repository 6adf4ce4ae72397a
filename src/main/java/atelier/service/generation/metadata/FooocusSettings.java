package atelier.service.generation.metadata;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON that Fooocus writes in its own scheme, in place of a parameter text. */
final class FooocusSettings implements ForeignSettings {

    static final String SOURCE = "Fooocus";

    private static final Pattern RESOLUTION = Pattern.compile("\\D*(\\d{1,6})\\D+(\\d{1,6})\\D*");
    private static final String NONE = "None";

    /** Most adapters that are looked for under numbered names. */
    private static final int MOST_ADAPTERS = 64;

    @Override
    public @Nullable ImageSettings read(Map<String, String> texts) {
        String text = texts.get("parameters");
        JsonNode json = Json.object(text);
        if (text == null || json == null || !json.has("base_model")) {
            return null;
        }
        SettingsDraft draft = new SettingsDraft(SOURCE, text);
        draft.prompt = prompt(json, "full_prompt", "prompt");
        draft.negative = prompt(json, "full_negative_prompt", "negative_prompt");
        draft.steps = Json.small(json.path("steps"));
        draft.guidance = Json.number(json.path("guidance_scale"));
        draft.seed = Json.whole(json.path("seed"));
        draft.sampler(Json.text(json, "sampler"));
        draft.schedule(Json.text(json, "scheduler"));
        draft.clipSkipFromLast(Json.small(json.path("clip_skip")));
        draft.model = file(json, "base_model", "base_model_hash");
        String vae = Json.text(json, "vae");
        boolean ownVae = vae != null && !vae.isBlank() && !vae.startsWith("Default");
        draft.vae = ownVae ? file(json, "vae", "vae_hash") : null;
        readResolution(draft, json.path("resolution"));
        readAdapters(draft, json);
        MentionedFile refiner = file(json, "refiner_model", "refiner_model_hash");
        if (refiner != null) {
            draft.remarks.add("The refiner \"" + refiner.name() + "\" is left out.");
        }
        return draft.saysAnything() ? draft.finish() : null;
    }

    /** What was encoded, styles included, if it is told, else what was typed. */
    private static @Nullable String prompt(JsonNode json, String full, String typed) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : json.path(full)) {
            if (part.isString() && !part.stringValue().isBlank()) {
                parts.add(part.stringValue());
            }
        }
        return parts.isEmpty() ? Json.text(json, typed) : String.join(", ", parts);
    }

    /** Written as the text "(1024, 1024)". */
    private static void readResolution(SettingsDraft draft, JsonNode resolution) {
        String text = resolution.isString() ? resolution.stringValue() : resolution.toString();
        Matcher matcher = RESOLUTION.matcher(text);
        if (text.length() < 40 && matcher.matches()) {
            draft.width = Integer.parseInt(matcher.group(1));
            draft.height = Integer.parseInt(matcher.group(2));
        }
    }

    /** A list of name, weight and hash. */
    private static void readAdapters(SettingsDraft draft, JsonNode json) {
        for (JsonNode lora : json.path("loras")) {
            if (lora.path(0).isString()) {
                JsonNode hash = lora.path(2);
                MentionedFile file =
                        new MentionedFile(
                                lora.path(0).stringValue(),
                                hash.isString() ? hash.stringValue() : null);
                draft.adapters.add(new MentionedAdapter(file, Json.number(lora.path(1))));
            }
        }
        if (draft.adapters.isEmpty()) {
            readNumberedAdapters(draft, json);
        }
    }

    /** In older files: "name : weight" under numbered names. */
    private static void readNumberedAdapters(SettingsDraft draft, JsonNode json) {
        for (int i = 1; i <= MOST_ADAPTERS; i++) {
            String combined = Json.text(json, "lora_combined_" + i);
            int colon = combined == null ? -1 : combined.lastIndexOf(" : ");
            if (combined != null && colon > 0 && !combined.startsWith(NONE + " ")) {
                draft.adapters.add(
                        new MentionedAdapter(
                                new MentionedFile(combined.substring(0, colon), null),
                                Json.number(combined.substring(colon + 3))));
            }
        }
    }

    private static @Nullable MentionedFile file(JsonNode json, String name, String hash) {
        String fileName = Json.text(json, name);
        return fileName == null || fileName.isBlank() || fileName.equals(NONE)
                ? null
                : new MentionedFile(fileName, Json.text(json, hash));
    }
}
