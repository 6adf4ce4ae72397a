package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerLearnerTest {

    private static final List<String> TEXTS =
            List.of(
                    "Oruna, green eyes, a striped robe",
                    "a robe of green, striped; Oruna smiles",
                    "green eyes and green robes, striped by Oruna");
    private static final int SIZE = 530;

    @TempDir private Path folder;

    @Test
    void knownWordsAreOneTokenAndAllTextsComeBack() {
        LearnedTokenizer learned = TokenizerLearner.learn(TEXTS.stream(), SIZE);
        ClipTokenizer tokenizer = opened(learned, TokenizerSlot.FIRST);
        assertThat(tokenizer.ids("green")).hasSize(1);
        for (String text :
                List.of("oruna green", "ilvara", "naïve \u0436\u0443\u043a \u732b", "x!?#7")) {
            assertThat(text(learned, tokenizer.ids(text)).replace(" ", ""))
                    .isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void endHasTheHighestIdAndThePaddingsDiffer() {
        LearnedTokenizer learned = TokenizerLearner.learn(TEXTS.stream(), SIZE);
        assertThat(learned.tokens()).hasSize(SIZE).doesNotHaveDuplicates();
        ClipTokenizer one = opened(learned, TokenizerSlot.FIRST);
        ClipTokenizer two = opened(learned, TokenizerSlot.SECOND);
        assertThat(one.vocabularySize()).isEqualTo(SIZE);
        assertThat(one.end()).isEqualTo(SIZE - 1);
        assertThat(one.begin()).isEqualTo(SIZE - 2);
        assertThat(one.padding()).isEqualTo(SIZE - 1);
        assertThat(two.padding()).isZero();
        assertThat(one.ids("green eyes")).isEqualTo(two.ids("green eyes"));
    }

    @Test
    void orderOfTheTextsDoesNotMatter() {
        List<String> shuffled = new ArrayList<>(TEXTS);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(TokenizerLearner.learn(shuffled.stream(), SIZE))
                .isEqualTo(TokenizerLearner.learn(TEXTS.stream(), SIZE));
    }

    @Test
    void fewerTokensComeOfTextsThatRepeatNothing() {
        assertThat(TokenizerLearner.learn(List.of("one").stream(), 600).tokens())
                .hasSize(TokenizerLearner.LEAST);
        assertThatThrownBy(() -> TokenizerLearner.learn(TEXTS.stream(), TokenizerLearner.LEAST - 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ClipTokenizer opened(LearnedTokenizer learned, TokenizerSlot slot) {
        try {
            learned.write(Files.createDirectories(folder.resolve(slot.folder())), slot);
            return ClipTokenizer.open(folder.resolve(slot.folder()), slot);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the tokens say, by the symbols of their bytes. */
    private static String text(LearnedTokenizer learned, long[] ids) {
        List<String> symbols = List.of(ByteSymbols.all());
        StringBuilder written = new StringBuilder();
        for (long id : ids) {
            written.append(learned.tokens().get((int) id));
        }
        String word = written.toString().replace(ByteSymbols.END_OF_WORD, "");
        byte[] bytes = new byte[word.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) symbols.indexOf(word.substring(i, i + 1));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
