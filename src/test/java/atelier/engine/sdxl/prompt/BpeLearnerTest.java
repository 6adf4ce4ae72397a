package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.sdxl.prompt.BpeModel.SymbolPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BpeLearnerTest {

    private static final List<String> BYTES =
            Stream.of("", ByteSymbols.END_OF_WORD)
                    .flatMap(end ->
                            Arrays.stream(ByteSymbols.all()).sorted().map(symbol -> symbol + end))
                    .toList();

    /** The example of Sennrich et al., with the end of a word on its last letter. */
    @Test
    void learnsThePapersWords() {
        SortedMap<String, Long> words =
                new TreeMap<>(Map.of("low", 5L, "lower", 2L, "newest", 6L, "widest", 3L));
        assertThat(new BpeLearner(BYTES, words).learn(BYTES.size() + 4))
                .extracting(pair -> pair.left() + " " + pair.right())
                .containsExactly("e s", "es t</w>", "l o", "e w");
    }

    /** Against the definition, all pairs counted anew for each merge. */
    @Test
    void learnsWhatTheDefinitionGives() {
        Random random = new Random(5);
        SortedMap<String, Long> words = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder word = new StringBuilder();
            int length = 1 + random.nextInt(7);
            for (int k = 0; k < length; k++) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            words.put(word.toString(), 1L + random.nextInt(9));
        }
        assertThat(new BpeLearner(BYTES, words).learn(BYTES.size() + 60))
                .hasSizeGreaterThanOrEqualTo(60)
                .isEqualTo(counted(words, BYTES.size() + 60));
    }

    @Test
    void stopsWhereNothingIsRepeated() {
        SortedMap<String, Long> words = new TreeMap<>(Map.of("ab", 1L, "cd", 2L));
        assertThat(new BpeLearner(BYTES, words).learn(BYTES.size() + 9))
                .containsExactly(new SymbolPair("c", "d</w>"));
    }

    private record Counted(List<String> symbols, long count) {}

    private static List<SymbolPair> counted(SortedMap<String, Long> words, int size) {
        List<String> tokens = new ArrayList<>(BYTES);
        List<Counted> split = new ArrayList<>();
        words.forEach((word, count) -> {
            List<String> symbols = new ArrayList<>(List.of(word.split("")));
            symbols.add(symbols.removeLast() + ByteSymbols.END_OF_WORD);
            split.add(new Counted(symbols, count));
        });
        List<SymbolPair> merges = new ArrayList<>();
        while (tokens.size() < size) {
            Map<SymbolPair, Long> counts = new HashMap<>();
            for (Counted word : split) {
                List<String> symbols = word.symbols();
                for (int i = 0; i + 1 < symbols.size(); i++) {
                    SymbolPair pair = new SymbolPair(symbols.get(i), symbols.get(i + 1));
                    counts.merge(pair, word.count(), Long::sum);
                }
            }
            long most = counts.values().stream().max(Long::compare).orElseThrow();
            SymbolPair best =
                    counts.keySet().stream()
                            .filter(pair -> counts.get(pair) == most)
                            .min(
                                    Comparator.comparing((SymbolPair pair) ->
                                                    tokens.indexOf(pair.left()))
                                            .thenComparing(pair -> tokens.indexOf(pair.right())))
                            .orElseThrow();
            merges.add(best);
            String product = best.left() + best.right();
            if (!tokens.contains(product)) {
                tokens.add(product);
            }
            split.forEach(word -> join(word.symbols(), best, product));
        }
        return merges;
    }

    private static void join(List<String> symbols, SymbolPair pair, String product) {
        for (int i = 0; i + 1 < symbols.size(); i++) {
            if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
                symbols.set(i, product);
                symbols.remove(i + 1);
            }
        }
    }
}
