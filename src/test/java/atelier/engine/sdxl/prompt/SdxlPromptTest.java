package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SdxlPromptTest {

    private static final int CONTENT = 75;

    private static final TestVocabulary VOCABULARY = TestVocabulary.of("c a", "ca t</w>");

    private final SdxlPrompt sdxl = VOCABULARY.prompt();

    @Test
    void promptWithoutSyntaxIsTheTokenizersOwnInput() {
        for (String text : List.of("", "cat", "a cat, an old cat!", "cat ".repeat(CONTENT))) {
            assertThat(sdxl.encode(text).chunks())
                    .containsExactly(
                            new PromptChunks.Chunk(
                                    TokenIds.of(sdxl.one().padded(text), 1),
                                    TokenIds.of(sdxl.two().padded(text), 1)));
        }
    }

    @Test
    void weightsStandAtTheirTokensAndOneElsewhere() {
        PromptChunks.Chunk chunk = sdxl.encode("cat (cat cat:1.5), [cat]").chunks().getFirst();
        assertThat(chunk.one().weights())
                .startsWith(1, 1, 1.5f, 1.5f, 1, (float) (1 / 1.1), 1, 1)
                .hasSize(77);
        assertThat(chunk.two().weights()).isEqualTo(chunk.one().weights());
        assertThat(chunk.one().ids()).isEqualTo(sdxl.one().padded("cat cat cat, cat"));
        assertThat(sdxl.encode("cat (cat)").weighted()).isTrue();
        assertThat(sdxl.encode("cat (cat:1)").weighted()).isFalse();
    }

    @Test
    void escapedBracketsArePartOfTheText() {
        assertThat(sdxl.encode("cat \\(cat\\)"))
                .isEqualTo(new PromptChunks(List.of(sdxl.truncated("cat (cat)"))));
    }

    @Test
    void tokenSeventySixStartsASecondChunk() {
        PromptChunks chunks = sdxl.encode("cat ".repeat(CONTENT) + "x");
        assertThat(contents(chunks))
                .containsExactly(repeated("cat</w>", CONTENT), List.of("x</w>"));
        assertThat(chunks.chunks().get(1)).isEqualTo(sdxl.truncated("x"));
    }

    @Test
    void textAfterANearCommaMovesToTheNextChunk() {
        // The comma is token 60: 15 tokens lie between it and the full chunk.
        List<List<String>> contents =
                contents(sdxl.encode("cat ".repeat(59) + ", " + "x ".repeat(20)));
        List<String> first = new ArrayList<>(repeated("cat</w>", 59));
        first.add(",</w>");
        assertThat(contents).containsExactly(first, repeated("x</w>", 20));
    }

    @Test
    void textAfterAFarCommaStays() {
        List<List<String>> contents =
                contents(sdxl.encode("cat ".repeat(CONTENT - 21) + ", " + "x ".repeat(30)));
        assertThat(contents.getFirst()).hasSize(CONTENT);
        assertThat(contents.get(1)).isEqualTo(repeated("x</w>", 10));
    }

    @Test
    void commaItselfDoesNotMoveWhatPrecedesIt() {
        List<List<String>> contents = contents(sdxl.encode("cat ".repeat(70) + ", x x x x, x"));
        assertThat(contents.getFirst()).hasSize(CONTENT).endsWith("x</w>");
        assertThat(contents.get(1)).containsExactly(",</w>", "x</w>");
    }

    @Test
    void breakStartsANewChunk() {
        assertThat(contents(sdxl.encode("cat BREAK x BREAK")))
                .containsExactly(List.of("cat</w>"), List.of("x</w>"));
        assertThat(contents(sdxl.encode("cat BREAK BREAK x")))
                .containsExactly(List.of("cat</w>"), List.of(), List.of("x</w>"));
        assertThat(contents(sdxl.encode("cat ".repeat(CONTENT) + "BREAK x"))).hasSize(2);
    }

    /** The rule written out token by token, as the web interface applies it to one tokenizer. */
    @Test
    void chunksAsTheRuleSaysForAnyPrompt() {
        Random random = new Random(21);
        for (int trial = 0; trial < 300; trial++) {
            StringBuilder prompt = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                prompt.append(
                        random.nextInt(12) == 0 ? ", " : random.nextBoolean() ? "cat " : "xyz ");
            }
            List<String> tokens = VOCABULARY.tokens(sdxl.one().ids(prompt.toString()));
            assertThat(contents(sdxl.encode(prompt.toString()))).isEqualTo(byRule(tokens));
        }
    }

    @Test
    void negativeAndPositiveGetAsManyChunks() {
        PromptPair pair = sdxl.encode("cat", "x ".repeat(200));
        assertThat(pair.negative()).isEqualTo(sdxl.encode("x ".repeat(200)));
        assertThat(pair.positive().count()).isEqualTo(pair.negative().count()).isEqualTo(3);
        assertThat(pair.positive().chunks().getFirst()).isEqualTo(sdxl.truncated("cat"));
        assertThat(pair.positive().chunks().subList(1, 3)).containsOnly(sdxl.truncated(""));
        assertThat(sdxl.encode("x ".repeat(200), "").negative().count()).isEqualTo(3);
    }

    @Test
    void captionsAreTakenLiterally() {
        String caption = "cat (cat:1.5) BREAK \\(x\\)";
        assertThat(sdxl.plain(caption).chunks()).containsExactly(sdxl.truncated(caption));
        assertThat(sdxl.plain("cat ".repeat(100)).count()).isEqualTo(2);
    }

    @Test
    void chunksOfDifferentVocabulariesCoverTheSameText() {
        TestVocabulary other = TestVocabulary.of("x y", "xy z</w>", "a t</w>", "t o", "to w");
        SdxlPrompt mixed =
                new SdxlPrompt(
                        VOCABULARY.tokenizer(TokenizerSlot.FIRST),
                        other.tokenizer(TokenizerSlot.SECOND));
        Random random = new Random(22);
        List<String> words = List.of("cat", "xyz", "tower", ",", "towtowtow", "猫");
        for (int trial = 0; trial < 200; trial++) {
            StringBuilder prompt = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                String word = words.get(random.nextInt(words.size()));
                prompt.append(random.nextInt(5) == 0 ? "(" + word + ":1.2)" : word).append(' ');
            }
            PromptChunks chunks = mixed.encode(prompt.toString());
            for (PromptChunks.Chunk chunk : chunks.chunks()) {
                assertThat(chunk.one().length()).isEqualTo(chunk.two().length()).isEqualTo(77);
                List<String> one = content(VOCABULARY, chunk.one());
                List<String> two = content(other, chunk.two());
                assertThat(String.join("", one)).isEqualTo(String.join("", two));
                assertThat(Math.max(one.size(), two.size())).isLessThanOrEqualTo(CONTENT);
            }
        }
        assertThat(mixed.encode("towtow (xyz:2)").chunks().getFirst().two().weights())
                .startsWith(1, 1, 1, 1, 2, 1);
    }

    @Test
    void wordLongerThanAChunkInDifferentVocabulariesIsSplit() {
        TestVocabulary other = TestVocabulary.of("x x");
        SdxlPrompt mixed =
                new SdxlPrompt(
                        VOCABULARY.tokenizer(TokenizerSlot.FIRST),
                        other.tokenizer(TokenizerSlot.SECOND));
        PromptChunks chunks = mixed.encode("a " + "x".repeat(400));
        StringBuilder one = new StringBuilder();
        StringBuilder two = new StringBuilder();
        chunks.chunks()
                .forEach(chunk -> {
                    content(VOCABULARY, chunk.one()).forEach(one::append);
                    content(other, chunk.two()).forEach(two::append);
                });
        assertThat(one.toString())
                .isEqualTo(two.toString())
                .isEqualTo("a</w>" + "x".repeat(400) + "</w>");
    }

    @Test
    void tokenizersOfDifferentLengthAreRefused() {
        assertThatThrownBy(() ->
                        new SdxlPrompt(
                                VOCABULARY.tokenizer(TokenizerSlot.FIRST, 77),
                                VOCABULARY.tokenizer(TokenizerSlot.SECOND, 64)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("77 and 64");
    }

    @Test
    void anyPromptIsEncodedOrRefusedInOneSentence() {
        Random random = new Random(23);
        for (int i = 0; i < 3000; i++) {
            String prompt = Texts.any(random, 40);
            try {
                PromptChunks chunks = sdxl.encode(prompt);
                for (PromptChunks.Chunk chunk : chunks.chunks()) {
                    assertThat(chunk.one().ids()).hasSize(77).startsWith(sdxl.one().begin());
                    assertThat(chunk.two().ids()).hasSize(77).startsWith(sdxl.two().begin());
                }
            } catch (AtelierException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            }
        }
    }

    @Test
    void tenThousandWordsTakeLittleTime() {
        String prompt = "(very:1.1) old [cat], in\0 the 猫 rain; ".repeat(1500);
        sdxl.encode("warm up");
        assertThat(CpuTime.of(() -> assertThat(sdxl.encode(prompt).count()).isGreaterThan(133)))
                .isLessThan(Duration.ofSeconds(2));
    }

    private static List<List<String>> contents(PromptChunks chunks) {
        return chunks.chunks().stream().map(c -> content(VOCABULARY, c.one())).toList();
    }

    /** The tokens between begin and end. */
    private static List<String> content(TestVocabulary vocabulary, TokenIds ids) {
        List<String> tokens = vocabulary.tokens(ids.ids());
        return tokens.subList(1, tokens.indexOf(ClipTokenizer.END));
    }

    private static List<String> repeated(String token, int times) {
        return Collections.nCopies(times, token);
    }

    private static List<List<String>> byRule(List<String> tokens) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int comma = -1;
        for (String token : tokens) {
            if (token.equals(",</w>")) {
                comma = chunk.size();
            } else if (chunk.size() == CONTENT && comma >= 0 && CONTENT - comma <= 20) {
                List<String> moved = new ArrayList<>(chunk.subList(comma + 1, CONTENT));
                chunks.add(new ArrayList<>(chunk.subList(0, comma + 1)));
                chunk = moved;
                comma = -1;
            }
            if (chunk.size() == CONTENT) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                comma = -1;
            }
            chunk.add(token);
        }
        if (!chunk.isEmpty() || chunks.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
