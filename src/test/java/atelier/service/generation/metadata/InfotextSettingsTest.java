package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfotextSettingsTest {

    @Test
    void theWebuisTextIsUnderstood() {
        ImageSettings settings =
                read(
                        """
                        masterpiece, 1girl <lora:detail_tweaker:0.6>, beach <lora:Style: no>
                        Negative prompt: lowres, bad hands
                        Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 12345, Size: 832x1216, Model hash: abc1234567, Model: dream, VAE hash: 235745af8d, VAE: sdxl_vae.safetensors, Clip skip: 2, Lora hashes: "detail_tweaker: 1a2b3c4d5e6f", Emphasis: No norm, Version: v1.10.1\
                        """);
        assertThat(settings.source()).isEqualTo("A1111");
        assertThat(settings.prompt()).isEqualTo("masterpiece, 1girl , beach");
        assertThat(settings.negative()).isEqualTo("lowres, bad hands");
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("DPM++ 2M", "dpmpp-2m"));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("Karras", "karras"));
        assertThat(settings.sampling().steps()).isEqualTo(28);
        assertThat(settings.sampling().guidance()).isEqualTo(6.5);
        assertThat(settings.sampling().seed()).isEqualTo(12345);
        assertThat(settings.sampling().strength()).isNull();
        assertThat(settings.width()).isEqualTo(832);
        assertThat(settings.height()).isEqualTo(1216);
        assertThat(settings.clipSkip()).isZero();
        assertThat(settings.emphasis()).isEqualTo(EmphasisMode.NO_NORM);
        assertThat(settings.model()).isEqualTo(new MentionedFile("dream", "abc1234567"));
        assertThat(settings.vae())
                .isEqualTo(new MentionedFile("sdxl_vae.safetensors", "235745af8d"));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(
                                new MentionedFile("detail_tweaker", "1a2b3c4d5e6f"), 0.6),
                        new MentionedAdapter(new MentionedFile("Style", null), 1.0));
        assertThat(settings.remarks())
                .containsExactly(
                        "The noise came from a graphics card's generator, so the same seed gives another image here.");
    }

    @Test
    void forgesHashOfNothingIsAbsent() {
        ImageSettings settings =
                read(
                        """
                        x <lora:one:1> <lora:two:0.5>
                        Steps: 20, Sampler: Euler, Schedule type: Simple, CFG scale: 1, Seed: 5, Size: 896x1152, Lora hashes: "one: e3b0c44298fc, two: 0123456789ab", RNG: CPU, Version: f2.0.1v1.10.1-previous-659-gc055f2d4\
                        """);
        assertThat(settings.source()).isEqualTo("Forge");
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("one", null), 1.0),
                        new MentionedAdapter(new MentionedFile("two", "0123456789ab"), 0.5));
        assertThat(settings.sampling().schedule())
                .isEqualTo(new MentionedName("Simple", "trailing"));
        assertThat(settings.remarks()).isEmpty();
    }

    @Test
    void adaptersWhoseTagsVanishedAreKeptWithoutWeight() {
        ImageSettings settings =
                read("x\nSteps: 1, Seed: 2, Size: 8x8, Lora hashes: \"gone: 0123456789ab\"");
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("gone", "0123456789ab"), null));
    }

    @Test
    void separateWeightsForTheEncodersAreRemarkedOn() {
        ImageSettings settings =
                read(
                        "x <lora:a:0.5:1> <lora:b:te=0.2:unet=0.9> <lora:c:0.7:0.7> <lyco:d:0.3>\nSteps: 1, Seed: 2, Size: 8x8, RNG: CPU");
        assertThat(settings.adapters())
                .extracting(MentionedAdapter::weight)
                .containsExactly(1.0, 0.9, 0.7, 0.3);
        assertThat(settings.remarks()).hasSize(2).allMatch(r -> r.contains("text encoders"));
    }

    @Test
    void theStrengthOfASecondPassIsNotThatOfAPicture() {
        String line = "x\nSteps: 1, Sampler: Euler, Seed: 2, Denoising strength: 0.4";
        assertThat(read(line).sampling().strength()).isEqualTo(0.4);
        assertThat(read(line + ", Hires upscale: 2, Hires upscaler: Latent").sampling().strength())
                .isNull();
    }

    @Test
    void whatIsUnknownStaysAsTextAndIsReported() {
        ImageSettings settings =
                read(
                        "x\nSteps: 1, Sampler: DPM++ 3M SDE Karras, Seed: 2, Variation seed: 4, RNG: CPU");
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("DPM++ 3M SDE", null));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("Karras", "karras"));
        assertThat(settings.remarks())
                .containsExactly(
                        "The variation seed is left out; Atelier has none.",
                        "Atelier has no sampler \"DPM++ 3M SDE\"; choose another.");
        assertThat(read("x\nSteps: 1, Sampler: Euler, Seed: 2, Schedule type: Beta").remarks())
                .contains("Atelier has no schedule \"Beta\"; choose another.");
    }

    @ParameterizedTest
    @CsvSource({
        "Euler, linspace",
        "Euler a, linspace",
        "DPM++ 2M, karras",
        "DPM++ SDE, karras",
        "DPM++ 2M SDE, exponential",
        "DDIM,",
        "Restart,"
    })
    void automaticSchedulesDependOnTheSampler(String sampler, String schedule) {
        ImageSettings settings =
                read("x\nSteps: 1, Sampler: " + sampler + ", Schedule type: Automatic, Seed: 2");
        assertThat(settings.sampling().schedule())
                .isEqualTo(new MentionedName("Automatic", schedule));
    }

    @ParameterizedTest
    @CsvSource({
        "Euler a, euler-a,",
        "euler_ancestral, euler-a,",
        "k_euler_a, euler-a,",
        "Euler, euler,",
        "k_euler, euler,",
        "Heun, heun,",
        "DPM++ 2M Karras, dpmpp-2m, karras",
        "dpm++2m karras, dpmpp-2m, karras",
        "DPM++ 2M SDE Exponential, dpmpp-2m-sde, exponential",
        "dpmpp_2m_sde_gpu, dpmpp-2m-sde,",
        "dpmpp_sde, dpmpp-sde,",
        "DDIM, ddim,",
        "ddim, ddim,",
        "UniPC, unipc,",
        "uni_pc_bh2, unipc,",
        "LCM, lcm,",
        "DPM++ 2M SDE Heun,,",
        "euler_a discrete, euler-a, linspace",
        "Euler SGM Uniform, euler, sgm-uniform",
        "dpm++2mv2,,",
        "kerfuffle,,",
        "ddim ddim_uniform, ddim, leading"
    })
    void samplersOfAllToolsAreRecognised(String name, String sampler, String schedule) {
        SamplerNames.Parsed parsed = SamplerNames.parse(name);
        assertThat(parsed.sampler().id()).isEqualTo(sampler);
        assertThat(parsed.schedule() == null ? null : parsed.schedule().id()).isEqualTo(schedule);
    }

    @Test
    void stableDiffusionCppsJsonIsPreferred() {
        ImageSettings settings =
                read(
                        """
                        a cat, seed: 9 <lora:fur:0.7>
                        Negative prompt: ignored
                        Steps: 1, CFG scale: 99.000000, Guidance: 3.500000, Eta: 0.000000, Seed: 1, Size: 64x64, Model: ignored.safetensors, RNG: cuda, Sampler: euler, Version: stable-diffusion.cpp, SDCPP: {"schema":"sdcpp.image.params/v1","seed":42,"width":1024,"height":768,"prompt":{"positive":"a cat, SDCPP: {, \\"Seed: 3\\" <lora:fur:0.7>","negative":"blurry"},"sampling":{"steps":30,"eta":0.5,"method":"dpm++2m","scheduler":"karras","guidance":{"txt_cfg":5.5,"img_cfg":5.5}},"models":{"model":"sdxl.safetensors","vae":"vae.safetensors"},"clip_skip":-1,"rng":"cpu","loras":[{"name":"fur.safetensors","multiplier":0.7,"is_high_noise":false}]}\
                        """);
        assertThat(settings.source()).isEqualTo("stable-diffusion.cpp");
        assertThat(settings.prompt()).isEqualTo("a cat, SDCPP: {, \"Seed: 3\"");
        assertThat(settings.negative()).isEqualTo("blurry");
        assertThat(settings.sampling().seed()).isEqualTo(42);
        assertThat(settings.sampling().steps()).isEqualTo(30);
        assertThat(settings.sampling().eta()).isEqualTo(0.5);
        assertThat(settings.sampling().guidance()).isEqualTo(5.5);
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("dpm++2m", "dpmpp-2m"));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("karras", "karras"));
        assertThat(settings.width()).isEqualTo(1024);
        assertThat(settings.height()).isEqualTo(768);
        assertThat(settings.clipSkip()).isZero();
        assertThat(settings.model()).isEqualTo(new MentionedFile("sdxl.safetensors", null));
        assertThat(settings.vae()).isEqualTo(new MentionedFile("vae.safetensors", null));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("fur.safetensors", null), 0.7));
        assertThat(settings.remarks()).isEmpty();
    }

    @Test
    void stableDiffusionCppsOldTextIsUnderstoodToo() {
        ImageSettings settings =
                read(
                        """
                        a cat
                        Steps: 20, CFG scale: 7.000000, Guidance: 3.500000, Eta: 0.000000, Seed: 42, Size: 512x512, Model: sdxl.safetensors, RNG: cuda, Sampler: euler_a karras, Version: stable-diffusion.cpp, SDCPP: {broken\
                        """);
        assertThat(settings.source()).isEqualTo("stable-diffusion.cpp");
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("euler_a", "euler-a"));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("karras", "karras"));
        assertThat(settings.sampling().guidance()).isEqualTo(7);
        assertThat(settings.model()).isEqualTo(new MentionedFile("sdxl.safetensors", null));
    }

    @Test
    void fooocusInTheWebuisSchemeIsUnderstood() {
        ImageSettings settings =
                read(
                        """
                        cinematic still a cat . emotional, harmonious
                        Negative prompt: anime, cartoon
                        Steps: 30, Sampler: DPM++ 2M SDE Karras, Seed: 7, Size: 1152x896, CFG scale: 4, Sharpness: 2, ADM Guidance: "(1.5, 0.8, 0.3)", Model: juggernautXL_v8, Model hash: aeb7e9e689, Performance: Speed, Scheduler: karras, VAE: Default (model), Raw prompt: a cat, Lora hashes: "offset: 4852686128", Lora weights: "offset: 0.1", Version: Fooocus v2.5.5\
                        """);
        assertThat(settings.source()).isEqualTo("Fooocus");
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("DPM++ 2M SDE", "dpmpp-2m-sde"));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("karras", "karras"));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("offset", "4852686128"), 0.1));
        assertThat(settings.vae()).isNull();
    }

    @Test
    void aPromptAloneIsNoSettings() {
        assertThat(new InfotextSettings().read(Map.of("parameters", "a cat on a mat"))).isNull();
        assertThat(new InfotextSettings().read(Map.of())).isNull();
    }

    /** Whatever we write in the webui's words can be read back from them alone. */
    @Test
    void whatWeWriteComesBack() {
        for (int seed = 0; seed < 3000; seed++) {
            ImageProvenance image = Provenances.arbitrary(new Random(seed));
            String text = InfotextWriter.write(image);
            ImageSettings settings = read(text);
            assertComesBack(image, settings, "seed " + seed + ":\n" + text);
        }
    }

    private static void assertComesBack(ImageProvenance image, ImageSettings read, String text) {
        String negative = image.negative() == null ? null : lines(image.negative());
        assertThat(read.prompt()).as(text).isEqualTo(lines(image.prompt()));
        assertThat(Objects.requireNonNullElse(read.negative(), ""))
                .as(text)
                .isEqualTo(Objects.requireNonNullElse(negative, ""));
        assertThat(read.template())
                .as(text)
                .isEqualTo(
                        image.template() == null || image.template().isBlank()
                                ? null
                                : image.template().strip());
        assertThat(read.width()).as(text).isEqualTo(image.width());
        assertThat(read.height()).as(text).isEqualTo(image.height());
        assertThat(read.sampling().sampler().id()).as(text).isEqualTo(image.sampling().sampler());
        assertThat(read.sampling().schedule().id()).as(text).isEqualTo(image.sampling().schedule());
        assertThat(read.sampling().steps()).as(text).isEqualTo(image.sampling().steps());
        assertThat(read.sampling().guidance()).as(text).isEqualTo(image.sampling().guidance());
        assertThat(read.sampling().seed()).as(text).isEqualTo(image.seed());
        assertThat(read.sampling().strength())
                .as(text)
                .isEqualTo(image.init() == null ? null : image.init().strength());
        assertThat(Objects.requireNonNullElse(read.sampling().guidanceRescale(), 0.0))
                .as(text)
                .isEqualTo(image.sampling().guidanceRescale());
        assertThat(Objects.requireNonNullElse(read.clipSkip(), 0))
                .as(text)
                .isEqualTo(image.clipSkip());
        assertThat(Objects.requireNonNullElse(read.emphasis(), EmphasisMode.ORIGINAL))
                .as(text)
                .isEqualTo(image.emphasis());
        assertThat(read.model().name() + ".safetensors")
                .as(text)
                .isEqualTo(image.model().file().name().strip());
        assertThat(read.model().hash())
                .as(text)
                .isEqualTo(start(image.model().file().sha256(), 10));
        assertThat(read.adapters())
                .as(text)
                .containsExactlyElementsOf(
                        image.model().adapters().stream()
                                .map(InfotextSettingsTest::mention)
                                .toList());
        assertThat(read.source()).isEqualTo("Atelier");
    }

    private static MentionedAdapter mention(AdapterProvenance adapter) {
        String name = adapter.file().name().replace(".safetensors", "");
        return new MentionedAdapter(
                new MentionedFile(name, start(adapter.payloadSha256(), 12)), adapter.weight());
    }

    private static String start(String hash, int length) {
        return hash == null ? null : hash.substring(0, length);
    }

    /** The format keeps no white space at the ends of lines. */
    private static String lines(String text) {
        return List.of(text.strip().split("\n")).stream()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private static ImageSettings read(String text) {
        ImageSettings settings = new InfotextSettings().read(Map.of("parameters", text));
        assertThat(settings).as(text).isNotNull();
        return settings;
    }
}
