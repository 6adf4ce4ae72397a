package atelier.service.generation.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.ImageProvenance;
import org.junit.jupiter.api.Test;

class InfotextWriterTest {

    @Test
    void aPlainImageHasTheUsualLine() {
        assertThat(InfotextWriter.write(Provenances.plain("a cat, sitting")))
                .isEqualTo(
                        """
                        a cat, sitting
                        Steps: 30, Sampler: Euler, Schedule type: DDIM, CFG scale: 5, Seed: 7, \
                        Size: 1024x1024, Model hash: 31e35c80fc, Model: sd_xl_base_1.0, RNG: CPU, \
                        Emphasis: No norm, Version: Atelier 0.1.0\
                        """);
    }

    @Test
    void everythingStandsInTheWebuisOrder() {
        assertThat(InfotextWriter.write(Provenances.full()))
                .isEqualTo(
                        """
                        портрет кошки 🐈, "soft: light"
                        second line, {red} <lora:Анна v2:0.8> <lora:detail:-1>
                        Negative prompt: blurry, low quality:1.2
                        угли
                        Steps: 28, Sampler: DPM++ 2M SDE, Schedule type: Karras, CFG scale: 6.5, \
                        Seed: 965400086, Size: 832x1216, Model hash: 31e35c80fc, \
                        Model: "my model, v1.2", VAE hash: 63aeecb90f, VAE: sdxl.vae.safetensors, \
                        Denoising strength: 0.6, Clip skip: 3, RNG: CPU, \
                        Lora hashes: "Анна v2: 31e35c80fc48", Guidance rescale: 0.7, Eta: 0.5, \
                        Template: "портрет кошки 🐈, \\"soft: light\\"\\nsecond line, __colour__", \
                        Version: Atelier 0.1.0\
                        """);
    }

    @Test
    void anEmptyPromptLeavesTheParametersAlone() {
        ImageProvenance image = Provenances.plain("");
        assertThat(InfotextWriter.write(image)).startsWith("Steps: 30, ");
        assertThat(Infotext.parse(InfotextWriter.write(image)).prompt()).isEmpty();
    }

    @Test
    void numbersAreShort() {
        assertThat(Infotext.number(7)).isEqualTo("7");
        assertThat(Infotext.number(10)).isEqualTo("10");
        assertThat(Infotext.number(7.5)).isEqualTo("7.5");
        assertThat(Infotext.number(0.00001)).isEqualTo("0.00001");
        assertThat(Infotext.number(0)).isEqualTo("0");
    }
}
