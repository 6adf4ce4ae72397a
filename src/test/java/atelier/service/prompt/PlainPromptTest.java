package atelier.service.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What prompts say. */
class PlainPromptTest {

    @Test
    void weightsAndBreaksAreLeftOut() {
        assertThat(PlainPrompt.of("a (mia:1.2) in [a garden] BREAK dusk"))
                .isEqualTo("a mia in a garden dusk");
    }
}
