package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComfySettingsTest {

    private static final String BASIC =
            """
            {"3": {"class_type": "KSampler", "inputs": {"seed": 18446744073709551615, "steps": 20, "cfg": 8.0,
                   "sampler_name": "euler_ancestral", "scheduler": "normal", "denoise": 1.0, "model": ["4", 0],
                   "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}, "is_changed": [NaN]},
             "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sdxl\\\\base.safetensors"}},
             "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 1024, "height": 768, "batch_size": 1}},
             "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "кот, \\"тихо\\"", "clip": ["4", 1]}},
             "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "text, watermark", "clip": ["4", 1]}},
             "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
             "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "ComfyUI", "images": ["8", 0]}}}\
            """;

    @Test
    void theStandardGraph() {
        ImageSettings settings = read(BASIC);
        assertThat(settings.source()).isEqualTo("ComfyUI");
        assertThat(settings.raw()).isEqualTo(BASIC);
        assertThat(settings.prompt()).isEqualTo("кот, \"тихо\"");
        assertThat(settings.negative()).isEqualTo("text, watermark");
        assertThat(settings.width()).isEqualTo(1024);
        assertThat(settings.height()).isEqualTo(768);
        assertThat(settings.sampling().seed()).isEqualTo(-1L);
        assertThat(settings.sampling().steps()).isEqualTo(20);
        assertThat(settings.sampling().guidance()).isEqualTo(8);
        assertThat(settings.sampling().strength()).isNull();
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("euler_ancestral", "euler-a"));
        assertThat(settings.sampling().schedule())
                .isEqualTo(new MentionedName("normal", "linspace"));
        assertThat(settings.model()).isEqualTo(new MentionedFile("base.safetensors", null));
        assertThat(settings.vae()).isNull();
        assertThat(settings.adapters()).isEmpty();
        assertThat(settings.clipSkip()).isNull();
        assertThat(settings.remarks()).isEmpty();
    }

    @Test
    void adaptersEncodersAndValuesInNodesOfTheirOwn() {
        ImageSettings settings =
                read(
                        """
                        {"1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "base.safetensors"}},
                         "2": {"class_type": "LoraLoader", "inputs": {"lora_name": "style/ink.safetensors",
                               "strength_model": 0.8, "strength_clip": 0.5, "model": ["1", 0], "clip": ["1", 1]}},
                         "3": {"class_type": "LoraLoaderModelOnly", "inputs": {"lora_name": "fur.safetensors",
                               "strength_model": 0.4, "model": ["2", 0]}},
                         "4": {"class_type": "Power Lora Loader (rgthree)", "inputs": {"model": ["3", 0],
                               "lora_1": {"on": true, "lora": "a.safetensors", "strength": 1},
                               "lora_2": {"on": false, "lora": "b.safetensors", "strength": 1}}},
                         "5": {"class_type": "CR LoRA Stack", "inputs": {"model": ["4", 0],
                               "lora_name_1": "s.safetensors", "model_weight_1": 0.25, "lora_name_2": "None"}},
                         "6": {"class_type": "RescaleCFG", "inputs": {"multiplier": 0.7, "model": ["5", 0]}},
                         "10": {"class_type": "CLIPSetLastLayer", "inputs": {"stop_at_clip_layer": -3, "clip": ["2", 1]}},
                         "11": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "a cat"}},
                         "12": {"class_type": "CLIPTextEncodeSDXL", "inputs": {"text_g": ["11", 0], "text_l": "fluffy",
                               "width": 4096, "height": 4096, "clip": ["10", 0]}},
                         "13": {"class_type": "ConditioningZeroOut", "inputs": {"conditioning": ["12", 0]}},
                         "14": {"class_type": "ControlNetApplyAdvanced", "inputs": {"strength": 1.0,
                               "positive": ["12", 0], "negative": ["13", 0], "control_net": ["30", 0], "image": ["31", 0]}},
                         "15": {"class_type": "Seed (rgthree)", "inputs": {"seed": 77}},
                         "16": {"class_type": "LoadImage", "inputs": {"image": "photo.png"}},
                         "17": {"class_type": "VAEEncode", "inputs": {"pixels": ["16", 0], "vae": ["19", 0]}},
                         "18": {"class_type": "KSamplerAdvanced", "inputs": {"noise_seed": ["15", 0], "steps": 30, "cfg": 7.5,
                               "sampler_name": "dpmpp_2m_sde_gpu", "scheduler": "karras", "denoise": 0.6,
                               "model": ["6", 0], "positive": ["14", 0], "negative": ["14", 1], "latent_image": ["17", 0]}},
                         "19": {"class_type": "VAELoader", "inputs": {"vae_name": "sdxl_vae.safetensors"}},
                         "20": {"class_type": "VAEDecodeTiled", "inputs": {"samples": ["18", 0], "vae": ["19", 0]}},
                         "21": {"class_type": "SaveImage", "inputs": {"images": ["20", 0]}}}\
                        """);
        assertThat(settings.prompt()).isEqualTo("a cat");
        assertThat(settings.negative()).isNull();
        assertThat(settings.clipSkip()).isEqualTo(1);
        assertThat(settings.sampling().seed()).isEqualTo(77);
        assertThat(settings.sampling().strength()).isEqualTo(0.6);
        assertThat(settings.sampling().guidanceRescale()).isEqualTo(0.7);
        assertThat(settings.sampling().sampler().id()).isEqualTo("dpmpp-2m-sde");
        assertThat(settings.model()).isEqualTo(new MentionedFile("base.safetensors", null));
        assertThat(settings.vae()).isEqualTo(new MentionedFile("sdxl_vae.safetensors", null));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("ink.safetensors", null), 0.8),
                        new MentionedAdapter(new MentionedFile("fur.safetensors", null), 0.4),
                        new MentionedAdapter(new MentionedFile("a.safetensors", null), 1.0),
                        new MentionedAdapter(new MentionedFile("s.safetensors", null), 0.25));
        assertThat(settings.width()).isNull();
        assertThat(settings.remarks())
                .containsExactly(
                        "The negative prompt was none at all, which is not an empty one.",
                        "The two text encoders had different prompts; that of the larger one is taken.",
                        "An adapter had another weight for the text encoders; that of the UNet is taken.");
    }

    @Test
    void samplersMadeOfParts() {
        ImageSettings settings =
                read(
                        """
                        {"1": {"class_type": "UNETLoader", "inputs": {"unet_name": "unet.safetensors"}},
                         "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "yes", "clip": ["9", 0]}},
                         "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "no", "clip": ["9", 0]}},
                         "4": {"class_type": "CFGGuider", "inputs": {"model": ["1", 0], "positive": ["2", 0],
                               "negative": ["3", 0], "cfg": 4.5}},
                         "5": {"class_type": "RandomNoise", "inputs": {"noise_seed": 5}},
                         "6": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "uni_pc_bh2"}},
                         "7": {"class_type": "BasicScheduler", "inputs": {"scheduler": "sgm_uniform", "steps": 12,
                               "denoise": 1.0, "model": ["1", 0]}},
                         "8": {"class_type": "SplitSigmas", "inputs": {"sigmas": ["7", 0], "step": 3}},
                         "10": {"class_type": "EmptyLatentImage", "inputs": {"width": ["11", 0], "height": 512}},
                         "11": {"class_type": "PrimitiveInt", "inputs": {"value": 640}},
                         "12": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["5", 0], "guider": ["4", 0],
                               "sampler": ["6", 0], "sigmas": ["8", 1], "latent_image": ["10", 0]}},
                         "13": {"class_type": "VAEDecode", "inputs": {"samples": ["12", 0], "vae": ["14", 0]}},
                         "15": {"class_type": "PreviewImage", "inputs": {"images": ["13", 0]}}}\
                        """);
        assertThat(settings.prompt()).isEqualTo("yes");
        assertThat(settings.negative()).isEqualTo("no");
        assertThat(settings.sampling().seed()).isEqualTo(5);
        assertThat(settings.sampling().steps()).isEqualTo(12);
        assertThat(settings.sampling().guidance()).isEqualTo(4.5);
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("uni_pc_bh2", "unipc"));
        assertThat(settings.sampling().schedule())
                .isEqualTo(new MentionedName("sgm_uniform", "sgm-uniform"));
        assertThat(settings.width()).isEqualTo(640);
        assertThat(settings.height()).isEqualTo(512);
        assertThat(settings.model()).isEqualTo(new MentionedFile("unet.safetensors", null));
        assertThat(settings.remarks()).isEmpty();
    }

    @Test
    void samplerCustomWithASchedulerNode() {
        ImageSettings settings =
                read(
                        """
                        {"1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "b.safetensors"}},
                         "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "yes", "clip": ["1", 1]}},
                         "3": {"class_type": "SamplerCustom", "inputs": {"add_noise": true, "noise_seed": 8, "cfg": 3,
                               "model": ["1", 0], "positive": ["2", 0], "negative": ["2", 0], "sampler": ["4", 0],
                               "sigmas": ["5", 0], "latent_image": ["6", 0]}},
                         "4": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "lcm"}},
                         "5": {"class_type": "KarrasScheduler", "inputs": {"steps": 9, "sigma_max": 14.6, "sigma_min": 0.03}},
                         "6": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 512}}}\
                        """);
        assertThat(settings.sampling().steps()).isEqualTo(9);
        assertThat(settings.sampling().seed()).isEqualTo(8);
        assertThat(settings.sampling().guidance()).isEqualTo(3);
        assertThat(settings.sampling().sampler().id()).isEqualTo("lcm");
        assertThat(settings.sampling().schedule().id()).isEqualTo("karras");
    }

    @Test
    void theFirstOfTwoPassesCounts() {
        String twoPasses =
                BASIC.replace("\"samples\": [\"3\", 0]", "\"samples\": [\"20\", 0]")
                        .replaceFirst(
                                "\\{",
                                """
                                {"20": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 9, "cfg": 1.0,
                                  "sampler_name": "heun", "scheduler": "simple", "denoise": 0.4, "model": ["4", 0],
                                  "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["21", 0]}},
                                 "21": {"class_type": "LatentUpscaleBy", "inputs": {"samples": ["3", 0], "scale_by": 2}},
                                """);
        ImageSettings settings = read(twoPasses);
        assertThat(settings.sampling().steps()).isEqualTo(20);
        assertThat(settings.sampling().strength()).isNull();
        assertThat(settings.width()).isEqualTo(1024);
        assertThat(settings.remarks())
                .containsExactly(
                        "The graph samples more than once; these are the settings of the first pass.");
    }

    @Test
    void textsArePutTogetherWhereNodesDo() {
        String joined =
                BASIC.replace("\"text\": \"кот, \\\"тихо\\\"\"", "\"text\": [\"30\", 0]")
                        .replaceFirst(
                                "\\{",
                                """
                                {"30": {"class_type": "StringConcatenate", "inputs": {"string_a": "a cat",
                                   "string_b": ["31", 0], "delimiter": " - "}},
                                 "31": {"class_type": "Text Multiline", "inputs": {"text": "on a mat"}},
                                """);
        assertThat(read(joined).prompt()).isEqualTo("a cat - on a mat");
        String combined =
                BASIC.replace("\"positive\": [\"6\", 0]", "\"positive\": [\"30\", 0]")
                        .replaceFirst(
                                "\\{",
                                """
                                {"30": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["6", 0],
                                   "conditioning_2": ["31", 0]}},
                                 "31": {"class_type": "CLIPTextEncode", "inputs": {"text": "rain", "clip": ["4", 1]}},
                                """);
        assertThat(read(combined).prompt()).isEqualTo("кот, \"тихо\", rain");
    }

    @Test
    void aLoaderThatHoldsBothTextsIsUnderstood() {
        ImageSettings settings =
                read(
                        """
                        {"1": {"class_type": "Efficient Loader", "inputs": {"ckpt_name": "e.safetensors",
                               "lora_name": "l.safetensors", "lora_model_strength": 0.9, "positive": "good",
                               "negative": "bad", "empty_latent_width": 512}},
                         "2": {"class_type": "KSampler (Efficient)", "inputs": {"seed": 3, "steps": 7, "cfg": 6,
                               "sampler_name": "ddim", "scheduler": "ddim_uniform", "model": ["1", 0],
                               "positive": ["1", 1], "negative": ["1", 2], "latent_image": ["1", 3]}}}\
                        """);
        assertThat(settings.prompt()).isEqualTo("good");
        assertThat(settings.negative()).isEqualTo("bad");
        assertThat(settings.model()).isEqualTo(new MentionedFile("e.safetensors", null));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("l.safetensors", null), 0.9));
        assertThat(settings.sampling().schedule())
                .isEqualTo(new MentionedName("ddim_uniform", "leading"));
    }

    @Test
    void circlesAndLinksToNowhereEnd() {
        ImageSettings settings =
                read(
                        """
                        {"1": {"class_type": "KSampler", "inputs": {"seed": ["6", 0], "steps": ["1", 0], "model": ["2", 0],
                               "positive": ["3", 0], "negative": ["99", 0], "latent_image": ["5", 0]}},
                         "2": {"class_type": "LoraLoader", "inputs": {"lora_name": "a", "strength_model": 1, "model": ["2", 0]}},
                         "3": {"class_type": "Mystery", "inputs": {"a": ["4", 0]}},
                         "4": {"class_type": "Mystery", "inputs": {"a": ["3", 0], "text": ["4", 0]}},
                         "5": {"class_type": "LatentUpscale", "inputs": {"samples": ["1", 0], "width": "x"}},
                         "6": {"class_type": "Seed", "inputs": {"seed": ["6", 0]}},
                         "7": "no node", "8": {"class_type": 5}, "9": {"class_type": "A", "inputs": []}}\
                        """);
        assertThat(settings.prompt()).isNull();
        assertThat(settings.sampling().seed()).isNull();
        assertThat(settings.adapters()).hasSize(1);
        assertThat(settings.remarks())
                .containsExactly(
                        "The prompt was put together by nodes that Atelier does not know.");
    }

    @Test
    void longChainsAndThickWebsEnd() {
        StringBuilder chain =
                new StringBuilder("{\"s\": {\"class_type\": \"KSampler\", \"inputs\": {");
        chain.append("\"seed\": [\"n0\", 0], \"positive\": [\"n0\", 0], \"model\": [\"n0\", 0]}}");
        for (int i = 0; i < 20_000; i++) {
            String next = "[\"n" + (i + 1) + "\", 0]";
            chain.append(
                    ", \"n%d\": {\"class_type\": \"X\", \"inputs\": {\"a\": %s, \"text\": %s, \"text_b\": %s, \"model\": %s}}"
                            .formatted(i, next, next, next, next));
        }
        String text = chain.append("}").toString();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(read(text).prompt()).isNull());
    }

    @Test
    void aGraphWithoutASamplerOrALayoutAloneIsSaidToBeSo() {
        ImageSettings graph =
                read("{\"1\": {\"class_type\": \"LoadImage\", \"inputs\": {\"image\": \"a\"}}}");
        assertThat(graph.remarks()).singleElement().asString().startsWith("No sampler");
        ImageSettings layout =
                new ComfySettings().read(Map.of("workflow", "{\"nodes\": [], \"links\": []}"));
        assertThat(layout.remarks()).singleElement().asString().contains("editor layout alone");
        assertThat(new ComfySettings().read(Map.of("prompt", "a cat on a mat"))).isNull();
    }

    private static ImageSettings read(String prompt) {
        ImageSettings settings = new ComfySettings().read(Map.of("prompt", prompt));
        assertThat(settings).isNotNull();
        return settings;
    }
}
