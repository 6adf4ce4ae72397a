package atelier.service.generation.metadata;

import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.EngineProvenance;
import atelier.model.generation.FileIdentity;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.InitProvenance;
import atelier.model.generation.ModelProvenance;
import atelier.model.generation.PredictionType;
import atelier.model.generation.SamplingSettings;
import atelier.model.generation.SizeConditioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Provenances for tests: a plain one, one with everything, and arbitrary ones. */
final class Provenances {

    static final String HASH = "31e35c80fc4829d14f90153f4c74cd59c90b779f6afe05a74cd6120b893f7e5b";
    static final String OTHER = "63aeecb90ff7bc1c115395962d3e803571385b61938377bc7089b36e81e92e2e";

    private static final EngineProvenance ENGINE =
            new EngineProvenance(EngineProvenance.TORCH_CPU, "bf16", false, "0.1.0");

    private static final String[] SAMPLERS = {
        "euler", "euler-a", "heun", "dpmpp-2m", "dpmpp-2m-sde", "dpmpp-sde", "ddim", "unipc", "lcm"
    };
    private static final String[] SCHEDULES = {
        "leading", "trailing", "linspace", "karras", "exponential", "sgm-uniform"
    };
    private static final String[] WORDS = {
        "a cat",
        "кошка",
        "猫",
        "🐈‍⬛",
        "(bold:1.3)",
        "\"quoted\"",
        "back\\slash",
        "a, b",
        "x: y",
        "[less]",
        "<b>",
        "Steps: 5",
        "é",
        "Ã©",
        "\t",
        "BREAK",
        "{one|two}",
        "50%",
        "Negative",
        "\ud83d"
    };

    private Provenances() {}

    static ImageProvenance plain(String prompt) {
        return new ImageProvenance(
                prompt,
                null,
                null,
                1024,
                1024,
                SizeConditioning.of(1024, 1024),
                new SamplingSettings("euler", "leading", 30, 5, 0, 1),
                7,
                0,
                EmphasisMode.NO_NORM,
                null,
                new ModelProvenance(
                        new FileIdentity("sd_xl_base_1.0.safetensors", HASH),
                        null,
                        List.of(),
                        PredictionType.EPSILON,
                        false),
                ENGINE);
    }

    /** Nothing in it is null, zero or usual. */
    static ImageProvenance full() {
        return new ImageProvenance(
                "портрет кошки 🐈, \"soft: light\"\nsecond line, {red}",
                "blurry, low quality:1.2\nугли",
                "портрет кошки 🐈, \"soft: light\"\nsecond line, __colour__",
                832,
                1216,
                new SizeConditioning(1, 2, 3, 4, 5, 6),
                new SamplingSettings("dpmpp-2m-sde", "karras", 28, 6.5, 0.7, 0.5),
                965400086,
                1,
                EmphasisMode.ORIGINAL,
                new InitProvenance(
                        new FileIdentity("photo.jpg", OTHER),
                        0.6,
                        new FileIdentity("mask.png", HASH)),
                new ModelProvenance(
                        new FileIdentity("my model, v1.2.safetensors", HASH),
                        new FileIdentity("sdxl.vae.safetensors", OTHER),
                        List.of(
                                new AdapterProvenance(
                                        new FileIdentity("Анна v2.safetensors", OTHER),
                                        0.8,
                                        HASH,
                                        "anna woman"),
                                new AdapterProvenance(
                                        new FileIdentity("detail.safetensors", null),
                                        -1,
                                        null,
                                        null)),
                        PredictionType.V_PREDICTION,
                        true),
                new EngineProvenance(EngineProvenance.TORCH_CPU, "fp32", true, "0.1.0"));
    }

    /** Something within the ranges; the same for the same state of the generator. */
    static ImageProvenance arbitrary(Random random) {
        int width = 8 * random.nextInt(8, 256);
        int height = 8 * random.nextInt(8, 256);
        return new ImageProvenance(
                text(random),
                random.nextInt(4) == 0 ? null : random.nextInt(4) == 0 ? "" : text(random),
                random.nextBoolean() ? null : text(random),
                width,
                height,
                SizeConditioning.of(height, width),
                new SamplingSettings(
                        SAMPLERS[random.nextInt(SAMPLERS.length)],
                        SCHEDULES[random.nextInt(SCHEDULES.length)],
                        random.nextInt(1, 200),
                        random.nextInt(300) / 10.0,
                        random.nextInt(11) / 10.0,
                        random.nextInt(11) / 10.0),
                random.nextLong(),
                random.nextInt(4),
                random.nextBoolean() ? EmphasisMode.NO_NORM : EmphasisMode.ORIGINAL,
                random.nextBoolean()
                        ? null
                        : new InitProvenance(file(random), 0.05 * random.nextInt(1, 21), null),
                new ModelProvenance(
                        file(random),
                        random.nextBoolean() ? null : file(random),
                        adapters(random),
                        PredictionType.EPSILON,
                        random.nextBoolean()),
                ENGINE);
    }

    private static List<AdapterProvenance> adapters(Random random) {
        List<AdapterProvenance> adapters = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            adapters.add(
                    new AdapterProvenance(
                            new FileIdentity("adapter " + i + ".safetensors", hash(random)),
                            random.nextInt(-20, 21) / 10.0,
                            random.nextBoolean() ? null : hash(random),
                            random.nextBoolean() ? null : text(random)));
        }
        return adapters;
    }

    private static FileIdentity file(Random random) {
        String name = text(random).replaceAll("[\n\t]", "") + random.nextInt(100);
        return new FileIdentity(name + ".safetensors", random.nextBoolean() ? null : hash(random));
    }

    private static String hash(Random random) {
        StringBuilder hash = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            hash.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hash.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String[] between = {" ", ", ", "\n", "", " \n "};
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
            text.append(between[random.nextInt(between.length)]);
        }
        return text.toString();
    }
}
