package atelier.service.generation.metadata;

import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.FileIdentity;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.SamplingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what made an image as AUTOMATIC1111's webui would, in its order and with its quoting, so
 * that other tools and sites understand our images. It cannot hold everything: a prompt comes back
 * without white space at the ends of its lines, and a missing negative prompt like an empty one.
 */
final class InfotextWriter {

    private static final int MODEL_HASH = 10;
    private static final int ADAPTER_HASH = 12;

    /** Samplers that draw fresh noise at each step; without a word on it, all of it. */
    private static final Set<String> ANCESTRAL = Set.of("euler-a", "dpmpp-sde", "dpmpp-2m-sde");

    /** As Python's {@code json.dumps(…, ensure_ascii=False)}. */
    private static final JsonMapper QUOTES =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                                    .build())
                    .build();

    private final List<String> parameters = new ArrayList<>();

    private InfotextWriter() {}

    /** The text for one image. */
    static String write(ImageProvenance image) {
        InfotextWriter writer = new InfotextWriter();
        writer.put(image);
        String negative = image.negative() == null ? "" : image.negative();
        return (prompt(image)
                        + (negative.isEmpty() ? "" : "\nNegative prompt: " + negative)
                        + "\n"
                        + String.join(", ", writer.parameters))
                .strip();
    }

    private static String prompt(ImageProvenance image) {
        StringBuilder prompt = new StringBuilder(image.prompt());
        for (AdapterProvenance adapter : image.model().adapters()) {
            prompt.append(prompt.isEmpty() ? "" : " ")
                    .append(AdapterTags.format(adapter.file().name(), adapter.weight()));
        }
        return prompt.toString();
    }

    private void put(ImageProvenance image) {
        SamplingSettings sampling = image.sampling();
        FileIdentity vae = image.model().vae();
        put("Steps", Integer.toString(sampling.steps()));
        put("Sampler", SamplerNames.samplerForA1111(sampling.sampler()));
        put("Schedule type", SamplerNames.scheduleForA1111(sampling.schedule()));
        put("CFG scale", Infotext.number(sampling.guidance()));
        put("Seed", Long.toString(image.seed()));
        put("Size", image.width() + "x" + image.height());
        put("Model hash", start(image.model().file().sha256(), MODEL_HASH));
        put("Model", ModelNames.withoutExtension(image.model().file().name()));
        put("VAE hash", vae == null ? null : start(vae.sha256(), MODEL_HASH));
        put("VAE", vae == null ? null : vae.name());
        put(
                "Denoising strength",
                image.init() == null ? null : Infotext.number(image.init().strength()));
        // 1 and 2 are both SDXL's own choice there.
        put("Clip skip", image.clipSkip() == 0 ? null : Integer.toString(image.clipSkip() + 2));
        put("RNG", "CPU");
        put("Lora hashes", adapterHashes(image.model().adapters()));
        put("Emphasis", image.emphasis() == EmphasisMode.NO_NORM ? "No norm" : null);
        put("Guidance rescale", unless(0, sampling.guidanceRescale()));
        putEta(sampling);
        put("Template", image.template());
        put("Version", "Atelier " + image.engine().version());
    }

    private void putEta(SamplingSettings sampling) {
        if (sampling.sampler().equals("ddim")) {
            put("Eta DDIM", unless(0, sampling.eta()));
        } else if (ANCESTRAL.contains(sampling.sampler())) {
            put("Eta", unless(1, sampling.eta()));
        }
    }

    private static @Nullable String unless(double usual, double value) {
        return value == usual ? null : Infotext.number(value);
    }

    private static @Nullable String start(@Nullable String hash, int length) {
        return hash == null ? null : hash.substring(0, length);
    }

    /** Only hashes of the kind that others put there: a different kind would never match. */
    private static @Nullable String adapterHashes(List<AdapterProvenance> adapters) {
        List<String> hashes = new ArrayList<>();
        for (AdapterProvenance adapter : adapters) {
            String hash = start(adapter.payloadSha256(), ADAPTER_HASH);
            if (hash != null) {
                hashes.add(AdapterTags.name(adapter.file().name()) + ": " + hash);
            }
        }
        return hashes.isEmpty() ? null : String.join(", ", hashes);
    }

    private void put(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.add(key + ": " + quote(value));
        }
    }

    private static String quote(String value) {
        boolean plain =
                !value.contains(",")
                        && !value.contains(":")
                        && !value.contains("\n")
                        && !value.startsWith("\"")
                        && value.equals(value.strip());
        return plain ? value : QUOTES.writeValueAsString(value);
    }
}
