package atelier.service.generation.metadata;

import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameter text of AUTOMATIC1111's webui, and of everyone who writes the same: Forge,
 * stable-diffusion.cpp, Fooocus in that scheme, savers for ComfyUI.
 */
final class InfotextSettings implements ForeignSettings {

    private static final int LONGEST = 1 << 20;

    /** What stands for a VAE where the model's own was used. */
    private static final Set<String> NO_FILE = Set.of("none", "automatic", "default (model)");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

    @Override
    public @Nullable ImageSettings read(Map<String, String> texts) {
        String text = texts.get("parameters");
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        ImageSettings better = SdCppSettings.read(text);
        if (better != null) {
            return better;
        }
        Infotext infotext = Infotext.parse(text);
        return infotext.parameters().isEmpty() ? null : settings(text, infotext);
    }

    private static ImageSettings settings(String text, Infotext infotext) {
        SettingsDraft draft = new SettingsDraft(source(infotext), text);
        AdapterTags.Split split = AdapterTags.split(infotext.prompt());
        draft.prompt = split.text();
        draft.negative = infotext.negative().isEmpty() ? null : infotext.negative();
        draft.template = infotext.get("Template");
        readSampling(draft, infotext);
        readSize(draft, infotext.get("Size"));
        draft.clipSkipFromLast(Json.small(Json.whole(infotext.get("Clip skip"))));
        draft.emphasis = emphasis(infotext.get("Emphasis"));
        draft.model = file(infotext, "Model", "Model hash");
        draft.vae = file(infotext, "VAE", "VAE hash");
        readAdapters(draft, infotext, split);
        if (infotext.get("Variation seed") != null) {
            draft.remarks.add("The variation seed is left out; Atelier has none.");
        }
        if (draft.seed != null && noiseFromGraphicsCard(infotext)) {
            draft.remarks.add(
                    "The noise came from a graphics card's generator, so the same seed gives another image here.");
        }
        return draft.finish();
    }

    private static String source(Infotext infotext) {
        String version = infotext.get("Version");
        String lower = version == null ? "" : version.toLowerCase(Locale.ROOT);
        if (lower.startsWith("stable-diffusion.cpp")) {
            return SdCppSettings.SOURCE;
        } else if (lower.startsWith("fooocus")) {
            return FooocusSettings.SOURCE;
        } else if (lower.startsWith("comfyui")) {
            return ComfySettings.SOURCE;
        } else if (lower.startsWith("atelier")) {
            return "Atelier";
        } else if (lower.matches("f[0-9].*") || lower.contains("forge")) {
            return "Forge";
        }
        return "A1111";
    }

    private static void readSampling(SettingsDraft draft, Infotext infotext) {
        draft.steps = Json.small(Json.whole(infotext.get("Steps")));
        draft.guidance = Json.number(infotext.get("CFG scale"));
        draft.guidanceRescale = Json.number(infotext.get("Guidance rescale"));
        draft.eta = Json.number(first(infotext, "Eta", "Eta DDIM"));
        draft.seed = Json.whole(infotext.get("Seed"));
        boolean secondPass =
                first(infotext, "Hires upscale", "Hires upscaler", "Hires resize") != null;
        draft.strength = secondPass ? null : Json.number(infotext.get("Denoising strength"));
        draft.sampler(infotext.get("Sampler"));
        String schedule = first(infotext, "Schedule type", "Scheduler");
        if (schedule != null && schedule.equalsIgnoreCase("Automatic")) {
            draft.schedule = SamplerNames.automaticSchedule(schedule, draft.sampler);
        } else {
            draft.schedule(schedule);
        }
    }

    private static void readSize(SettingsDraft draft, @Nullable String size) {
        Matcher matcher = SIZE.matcher(size == null ? "" : size);
        if (matcher.matches()) {
            draft.width = Integer.parseInt(matcher.group(1));
            draft.height = Integer.parseInt(matcher.group(2));
        }
    }

    private static @Nullable EmphasisMode emphasis(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "no norm" -> EmphasisMode.NO_NORM;
            case "original" -> EmphasisMode.ORIGINAL;
            default -> null;
        };
    }

    private static @Nullable MentionedFile file(Infotext infotext, String name, String hash) {
        String fileName = infotext.get(name);
        if (fileName != null && NO_FILE.contains(fileName.toLowerCase(Locale.ROOT))) {
            return null;
        }
        String fileHash = infotext.get(hash);
        return fileName == null && fileHash == null
                ? null
                : new MentionedFile(fileName == null ? "" : fileName, fileHash);
    }

    /** Those in the prompt, then those that only the lists below it know. */
    private static void readAdapters(
            SettingsDraft draft, Infotext infotext, AdapterTags.Split split) {
        SequencedMap<String, String> hashes = pairs(infotext.get("Lora hashes"));
        SequencedMap<String, String> weights = pairs(infotext.get("Lora weights"));
        for (AdapterTags.Tag tag : split.tags()) {
            String known = AdapterTags.name(tag.name());
            MentionedFile file = new MentionedFile(tag.name(), hashes.remove(known));
            draft.adapters.add(new MentionedAdapter(file, tag.weight()));
            weights.remove(known);
            if (tag.weight() != tag.encoderWeight()) {
                draft.remarks.add(
                        "The adapter \""
                                + tag.name()
                                + "\" had another weight for the text encoders; that of the UNet is taken.");
            }
        }
        weights.forEach((name, weight) -> hashes.putIfAbsent(name, ""));
        hashes.forEach((name, hash) ->
                draft.adapters.add(
                        new MentionedAdapter(
                                new MentionedFile(name, hash), Json.number(weights.get(name)))));
    }

    /** A list such as "one: 0123, two: 4567". */
    private static SequencedMap<String, String> pairs(@Nullable String list) {
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        for (String pair : list == null ? new String[0] : list.split(",")) {
            int colon = pair.indexOf(':');
            if (colon > 0) {
                pairs.put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
            }
        }
        return pairs;
    }

    /** The webui draws on the graphics card unless it says otherwise; not so those who copy it. */
    private static boolean noiseFromGraphicsCard(Infotext infotext) {
        String rng = infotext.get("RNG");
        return rng == null
                ? source(infotext).equals("A1111") || source(infotext).equals("Forge")
                : !rng.equalsIgnoreCase("CPU");
    }

    private static @Nullable String first(Infotext infotext, String... names) {
        for (String name : names) {
            String value = infotext.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
