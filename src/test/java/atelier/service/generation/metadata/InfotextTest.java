package atelier.service.generation.metadata;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfotextTest {

    @Test
    void promptNegativeAndParametersAreToldApart() {
        Infotext text =
                Infotext.parse(
                        """
                        a girl, (red hat:1.2),
                          smiling\s
                        Negative prompt: ugly, [blurry]
                        bad hands
                        Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 965400086, Size: 512x512, Model hash: 45dee52b\
                        """);
        assertThat(text.prompt()).isEqualTo("a girl, (red hat:1.2),\nsmiling");
        assertThat(text.negative()).isEqualTo("ugly, [blurry]\nbad hands");
        assertThat(text.parameters())
                .containsOnly(
                        entry("Steps", "20"),
                        entry("Sampler", "Euler a"),
                        entry("CFG scale", "7"),
                        entry("Seed", "965400086"),
                        entry("Size", "512x512"),
                        entry("Model hash", "45dee52b"));
    }

    @Test
    void quotedValuesAreJson() {
        Infotext text =
                Infotext.parse(
                        """
                        x
                        Steps: 1, Lora hashes: "one: 0123, two: 4567", Hires prompt: "a\\nb: \\"c\\", \\\\", Odd: "x" y, Empty: "", Seed: 3\
                        """);
        assertThat(text.get("Lora hashes")).isEqualTo("one: 0123, two: 4567");
        assertThat(text.get("Hires prompt")).isEqualTo("a\nb: \"c\", \\");
        assertThat(text.get("Odd")).isEqualTo("\"x\" y");
        assertThat(text.get("Empty")).isNull();
        assertThat(text.get("Seed")).isEqualTo("3");
    }

    @Test
    void fewerThanThreeParametersAreAPrompt() {
        Infotext text = Infotext.parse("a cat\nmood: calm, light: soft");
        assertThat(text.prompt()).isEqualTo("a cat\nmood: calm, light: soft");
        assertThat(text.parameters()).isEmpty();
    }

    @Test
    void aPromptMayLookLikeParametersAbove() {
        Infotext text =
                Infotext.parse(
                        "Steps: 5, Sampler: fake, Seed: 1, done\nSteps: 20, Sampler: Euler, Seed: 2");
        assertThat(text.prompt()).isEqualTo("Steps: 5, Sampler: fake, Seed: 1, done");
        assertThat(text.get("Seed")).isEqualTo("2");
    }

    @Test
    void linesThatExtensionsAddBehindAreFound() {
        Infotext text =
                Infotext.parse(
                        """
                        a red house
                        Negative prompt: low quality
                        Steps: 40, Sampler: DPM++ 2M Karras, CFG scale: 7, Seed: 11, Size: 624x696
                        Template: a {red|blue} house
                        Negative Template: low quality\
                        """);
        assertThat(text.prompt()).isEqualTo("a red house");
        assertThat(text.negative()).isEqualTo("low quality");
        assertThat(text.get("Steps")).isEqualTo("40");
        assertThat(text.get("Template")).isEqualTo("a {red|blue} house");
    }

    @Test
    void namesAreFoundInAnyCase() {
        assertThat(Infotext.parse("Steps: 1, CFG Scale: 7, seed: 4").get("CFG scale"))
                .isEqualTo("7");
    }

    @Test
    void anyTextIsReadInNoTime() {
        List<String> hostile =
                List.of(
                        "a".repeat(1_000_000),
                        "ab:\"" + "\\\"".repeat(500_000),
                        "ab:\"x\" ".repeat(150_000),
                        "ab: ,".repeat(200_000),
                        " ".repeat(1_000_000) + ":",
                        "\n".repeat(1_000_000) + "x",
                        "Steps: 1\n".repeat(100_000) + "x");
        for (String text : hostile) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertThat(Infotext.parse(text)).isNotNull());
        }
    }
}
