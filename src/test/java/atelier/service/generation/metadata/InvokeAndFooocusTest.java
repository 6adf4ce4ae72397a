package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.ImageSettings;
import atelier.model.generation.MentionedAdapter;
import atelier.model.generation.MentionedFile;
import atelier.model.generation.MentionedName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeAndFooocusTest {

    @Test
    void invokeOfToday() {
        ImageSettings settings =
                new InvokeSettings()
                        .read(
                                Map.of(
                                        "invokeai_metadata",
                                        """
                                        {"generation_mode": "sdxl_img2img", "positive_prompt": "котик, \\"soft\\"",
                                         "negative_prompt": "", "positive_style_prompt": "oil", "width": 832,
                                         "height": 1216, "seed": 3400881859, "rand_device": "cpu", "cfg_scale": 5.5,
                                         "cfg_rescale_multiplier": 0.7, "steps": 30, "scheduler": "dpmpp_2m_sde_k",
                                         "clip_skip": 0, "strength": 0.55, "init_image": "a.png",
                                         "model": {"key": "k", "hash": "blake3:ABCDEF", "name": "Juggernaut XL",
                                                   "base": "sdxl", "type": "main"},
                                         "loras": [{"model": {"key": "l", "hash": "blake3:0123", "name": "Anna",
                                                    "base": "sdxl", "type": "lora"}, "weight": 0.75}],
                                         "vae": {"name": "sdxl-vae-fp16-fix", "base": "sdxl"}, "app_version": "5.0.0"}\
                                        """));
        assertThat(settings.source()).isEqualTo("InvokeAI");
        assertThat(settings.prompt()).isEqualTo("котик, \"soft\"");
        assertThat(settings.negative()).isEmpty();
        assertThat(settings.width()).isEqualTo(832);
        assertThat(settings.height()).isEqualTo(1216);
        assertThat(settings.sampling().seed()).isEqualTo(3400881859L);
        assertThat(settings.sampling().guidance()).isEqualTo(5.5);
        assertThat(settings.sampling().guidanceRescale()).isEqualTo(0.7);
        assertThat(settings.sampling().steps()).isEqualTo(30);
        assertThat(settings.sampling().strength()).isEqualTo(0.55);
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("dpmpp_2m_sde", "dpmpp-2m-sde"));
        assertThat(settings.sampling().schedule()).isEqualTo(new MentionedName("karras", "karras"));
        assertThat(settings.clipSkip()).isZero();
        assertThat(settings.model()).isEqualTo(new MentionedFile("Juggernaut XL", "blake3:abcdef"));
        assertThat(settings.vae()).isEqualTo(new MentionedFile("sdxl-vae-fp16-fix", null));
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("Anna", "blake3:0123"), 0.75));
        assertThat(settings.remarks())
                .containsExactly("The separate style prompt is left out: \"oil\".");
    }

    @Test
    void invokeOfVersionThree() {
        ImageSettings settings =
                new InvokeSettings()
                        .read(
                                Map.of(
                                        "invokeai_metadata",
                                        """
                                        {"app_version": "3.3.0", "generation_mode": "txt2img", "positive_prompt": "a",
                                         "negative_prompt": "b", "width": 768, "height": 432, "seed": 1, "cfg_scale": 7.5,
                                         "steps": 50, "scheduler": "euler_a", "strength": 0.7,
                                         "model": {"model_name": "mixx", "base_model": "sdxl", "model_type": "main"},
                                         "loras": [{"lora": {"model_name": "old", "base_model": "sdxl"}, "weight": 1}],
                                         "vae": {"model_name": "v"}}\
                                        """));
        assertThat(settings.model()).isEqualTo(new MentionedFile("mixx", null));
        assertThat(settings.adapters())
                .containsExactly(new MentionedAdapter(new MentionedFile("old", null), 1.0));
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("euler_a", "euler-a"));
        assertThat(settings.sampling().schedule()).isNull();
        assertThat(settings.sampling().strength()).isNull();
    }

    @Test
    void fooocusInItsOwnScheme() {
        ImageSettings settings =
                new FooocusSettings()
                        .read(
                                Map.of(
                                        "fooocus_scheme",
                                        "fooocus",
                                        "parameters",
                                        """
                                        {"adm_guidance": "(1.5, 0.8, 0.3)", "base_model": "juggernautXL_v8",
                                         "base_model_hash": "aeb7e9e689", "clip_skip": 2,
                                         "full_negative_prompt": ["anime", ""], "full_prompt": ["cinematic a cat", "sharp"],
                                         "guidance_scale": 4, "loras": [["offset", 0.1, "4852686128"]],
                                         "negative_prompt": "", "performance": "Speed", "prompt": "a cat",
                                         "refiner_model": "None", "resolution": "(1152, 896)",
                                         "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": "7461",
                                         "steps": 30, "vae": "Default (model)", "version": "Fooocus v2.5.5"}\
                                        """));
        assertThat(settings.source()).isEqualTo("Fooocus");
        assertThat(settings.prompt()).isEqualTo("cinematic a cat, sharp");
        assertThat(settings.negative()).isEqualTo("anime");
        assertThat(settings.width()).isEqualTo(1152);
        assertThat(settings.height()).isEqualTo(896);
        assertThat(settings.sampling().seed()).isEqualTo(7461);
        assertThat(settings.sampling().steps()).isEqualTo(30);
        assertThat(settings.sampling().guidance()).isEqualTo(4);
        assertThat(settings.sampling().sampler())
                .isEqualTo(new MentionedName("dpmpp_2m_sde_gpu", "dpmpp-2m-sde"));
        assertThat(settings.clipSkip()).isZero();
        assertThat(settings.model()).isEqualTo(new MentionedFile("juggernautXL_v8", "aeb7e9e689"));
        assertThat(settings.vae()).isNull();
        assertThat(settings.adapters())
                .containsExactly(
                        new MentionedAdapter(new MentionedFile("offset", "4852686128"), 0.1));
        assertThat(settings.remarks()).isEmpty();
    }

    @Test
    void fooocusOfOldNumbersItsAdapters() {
        ImageSettings settings =
                new FooocusSettings()
                        .read(
                                Map.of(
                                        "parameters",
                                        """
                                        {"base_model": "m", "prompt": "a cat", "refiner_model": "r",
                                         "lora_combined_1": "None : 1.0", "lora_combined_2": "fur : 0.5",
                                         "lora_combined_3": "broken"}\
                                        """));
        assertThat(settings.prompt()).isEqualTo("a cat");
        assertThat(settings.adapters())
                .containsExactly(new MentionedAdapter(new MentionedFile("fur", null), 0.5));
        assertThat(settings.remarks()).containsExactly("The refiner \"r\" is left out.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "{\"positive_prompt\": 5, \"base_model\": 7, \"seed\": \"x\", \"steps\": 1e99}",
                "{\"positive_prompt\": null, \"base_model\": [], \"seed\": 1e400}",
                "{\"base_model\": \"m\", \"loras\": 3, \"steps\": [1]}",
                "nonsense",
                ""
            })
    void nonsenseIsNotUnderstood(String text) {
        assertThat(new InvokeSettings().read(Map.of("invokeai_metadata", text))).isNull();
        assertThat(new FooocusSettings().read(Map.of("parameters", text))).isNull();
        assertThat(new AtelierSettings().read(Map.of("atelier", text))).isNull();
        assertThat(new ComfySettings().read(Map.of("prompt", text))).isNull();
    }
}
