package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BpeModelTest {

    @Test
    void mergesTheLowestRankFirst() {
        TestVocabulary vocabulary = TestVocabulary.of("b c</w>", "a b", "a bc</w>");
        assertThat(encode(vocabulary, "abc")).containsExactly("abc</w>");
        assertThat(encode(vocabulary, "abcc")).containsExactly("ab", "c", "c</w>");
    }

    @Test
    void mergesEveryPlaceOfAPairFromTheLeft() {
        TestVocabulary vocabulary = TestVocabulary.of("a a");
        assertThat(encode(vocabulary, "aaaaaa")).containsExactly("aa", "aa", "a", "a</w>");
    }

    @Test
    void lastByteCarriesTheEndOfWord() {
        TestVocabulary vocabulary = TestVocabulary.of();
        assertThat(encode(vocabulary, "é")).containsExactly("Ã", "©</w>");
    }

    @Test
    void agreesWithMergingByDefinition() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            TestVocabulary vocabulary = TestVocabulary.of(randomMerges(random));
            BpeModel model = vocabulary.model();
            for (int i = 0; i < 20; i++) {
                String word = randomWord(random);
                int[] got = model.encode(word.getBytes(StandardCharsets.US_ASCII));
                assertThat(vocabulary.tokens(Arrays.stream(got).asLongStream().toArray()))
                        .as("%s with %s", word, vocabulary.merges())
                        .isEqualTo(byDefinition(word, vocabulary.merges()));
            }
        }
    }

    @Test
    void aWordWithoutEndLooksUpAFewMergesForEachByte() {
        TestVocabulary vocabulary = TestVocabulary.of("a a", "aa aa", "aaaa aaaa", "a b");
        BpeModel model = vocabulary.model();
        byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 'a');
        assertThat(model.encode(bytes)).hasSizeLessThan(130_000);

        int[] word = new int[bytes.length];
        Arrays.fill(word, model.id("a").orElseThrow());
        AtomicLong lookups = new AtomicLong();
        int[] tokens =
                new BpeWord(
                                (left, right) -> {
                                    lookups.incrementAndGet();
                                    return model.merge(left, right);
                                },
                                word)
                        .merged();
        assertThat(tokens).hasSize(bytes.length / 8);
        // Each pair once, and for each merge itself and its two new neighbours.
        assertThat(lookups).hasValueLessThan(4L * bytes.length);
    }

    @Test
    void sizeIsOneMoreThanTheHighestId() {
        TestVocabulary vocabulary = TestVocabulary.of("a b", "c d");
        assertThat(vocabulary.model().size()).isEqualTo(vocabulary.ids().size());
    }

    @Test
    void mergesOfAnotherVocabularyAreRefused() {
        List<BpeModel.SymbolPair> pairs = List.of(new BpeModel.SymbolPair("x", "y"));
        assertThatThrownBy(() -> new BpeModel("v and m", TestVocabulary.of().ids(), pairs))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("v and m do not belong together")
                .hasMessageContaining("xy");
    }

    @Test
    void vocabularyWithoutBytesIsRefused() {
        assertThatThrownBy(() -> new BpeModel("v", Map.of("cat", 0), List.of()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("no vocabulary of CLIP");
    }

    @Test
    void idGivenTwiceIsRefused() {
        assertThatThrownBy(() -> new BpeModel("v", Map.of("cat", 7, "dog", 7), List.of()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("id 7");
    }

    private static List<String> encode(TestVocabulary vocabulary, String word) {
        int[] ids = vocabulary.model().encode(word.getBytes(StandardCharsets.UTF_8));
        return vocabulary.tokens(Arrays.stream(ids).asLongStream().toArray());
    }

    private static String randomWord(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** Merges whose parts exist, in an order that no training would give. */
    private static String[] randomMerges(Random random) {
        List<String> symbols = new ArrayList<>(List.of("a", "b", "c", "a</w>", "b</w>", "c</w>"));
        Set<String> merges = new LinkedHashSet<>();
        Set<String> products = new LinkedHashSet<>(symbols);
        for (int i = 0; i < 15; i++) {
            String left = symbols.get(random.nextInt(symbols.size()));
            String right = symbols.get(random.nextInt(symbols.size()));
            if (!left.endsWith("</w>") && products.add(left + right)) {
                merges.add(left + " " + right);
                symbols.add(left + right);
            }
        }
        List<String> shuffled = new ArrayList<>(merges);
        Collections.shuffle(shuffled, random);
        return shuffled.toArray(String[]::new);
    }

    private static List<String> byDefinition(String word, List<String> merges) {
        List<String> symbols = new ArrayList<>(word.chars().mapToObj(Character::toString).toList());
        symbols.set(symbols.size() - 1, symbols.getLast() + "</w>");
        while (true) {
            int lowest = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < symbols.size(); i++) {
                int rank = merges.indexOf(symbols.get(i) + " " + symbols.get(i + 1));
                lowest = rank >= 0 ? Math.min(lowest, rank) : lowest;
            }
            if (lowest == Integer.MAX_VALUE) {
                return symbols;
            }
            List<String> merged = new ArrayList<>();
            for (int i = 0; i < symbols.size(); i++) {
                boolean here =
                        i + 1 < symbols.size()
                                && merges.indexOf(symbols.get(i) + " " + symbols.get(i + 1))
                                        == lowest;
                merged.add(here ? symbols.get(i) + symbols.get(++i) : symbols.get(i));
            }
            symbols = merged;
        }
    }
}
