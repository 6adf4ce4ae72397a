package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewPromptTest {

    @Test
    void theUsualOnesAreTheTriggerACaptionAndTheCaptionWithoutIt() {
        assertThat(
                        PreviewPrompt.of(
                                "",
                                "mirza khan",
                                List.of(
                                        "mirza khan",
                                        "a man, Mirza Khan, red hat,, smiling",
                                        "mirza khan, a dog")))
                .containsExactly(
                        new PreviewPrompt("mirza khan", false),
                        new PreviewPrompt("a man, Mirza Khan, red hat,, smiling", false),
                        new PreviewPrompt("a man, red hat, smiling", true));
    }

    @Test
    void withoutCaptionsNothingIsLeftOfThem() {
        assertThat(PreviewPrompt.of("", "mirza", List.of("mirza", "mirza")))
                .containsExactly(new PreviewPrompt("mirza", false), new PreviewPrompt("", true));
    }

    @Test
    void whatIsSetIsTakenAsItIs() {
        assertThat(PreviewPrompt.of(" mirza on a horse \n\na man on a horse\n", "mirza", List.of()))
                .containsExactly(
                        new PreviewPrompt("mirza on a horse", false),
                        new PreviewPrompt("a man on a horse", true));
    }

    /** A trigger may be a part of another word, and may hold signs that patterns know. */
    @Test
    void theTriggerCountsAsAWholeWordOnly() {
        assertThat(PreviewPrompt.of("artist at work", "art", List.of()).getFirst().leakCheck())
                .isTrue();
        assertThat(PreviewPrompt.of("a c++ (x) b", "c++ (x)", List.of()).getFirst().leakCheck())
                .isFalse();
    }
}
