package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ClipTokenizerTest {

    private static final TestVocabulary VOCABULARY =
            TestVocabulary.of("c a", "ca t</w>", "i n", "in g</w>", "' s</w>", ". .");

    private final ClipTokenizer one = VOCABULARY.tokenizer(TokenizerSlot.FIRST);
    private final ClipTokenizer two = VOCABULARY.tokenizer(TokenizerSlot.SECOND);

    @TempDir private Path folder;

    @Test
    void splitsWordsContractionsDigitsAndPunctuation() {
        assertThat(tokens("The CAT's 35mm... sing!"))
                .containsExactly(
                        "t", "h", "e</w>", "cat</w>", "'s</w>", "3</w>", "5</w>", "m", "m</w>",
                        "..", ".</w>", "s", "ing</w>", "!</w>");
    }

    @Test
    void whiteSpaceAroundAndBetweenIsNothing() {
        assertThat(one.ids(" \t\n cat\u00a0\u3000 cat ")).isEqualTo(one.ids("cat cat"));
        assertThat(one.ids(" \n ")).isEmpty();
    }

    @Test
    void endTokenInTheTextIsTheEndToken() {
        assertThat(tokens("x <|endoftext|><|startoftext|>y"))
                .containsExactly("x</w>", ClipTokenizer.END, ClipTokenizer.BEGIN, "y</w>");
        assertThat(tokens("<|ENDOFTEXT|>")).containsExactly(ClipTokenizer.END);
    }

    @Test
    void firstTokenizerPadsWithTheEndAndTheSecondWithAnExclamationMark() {
        assertThat(one.padded("cat"))
                .hasSize(77)
                .startsWith(one.begin(), VOCABULARY.id("cat</w>"), one.end(), one.end())
                .endsWith(one.end());
        assertThat(two.padded("cat"))
                .hasSize(77)
                .startsWith(two.begin(), VOCABULARY.id("cat</w>"), two.end(), 0)
                .endsWith(0);
    }

    @Test
    void exclamationMarkInTheTextIsNoPadding() {
        assertThat(two.ids("cat!")).isEqualTo(one.ids("cat!")).doesNotContain(0);
    }

    @Test
    void longTextIsCutAndKeepsItsEnd() {
        long[] padded = one.padded("cat ".repeat(100));
        assertThat(padded).hasSize(77).startsWith(one.begin()).endsWith(one.end());
        assertThat(LongStream.of(padded).filter(id -> id == VOCABULARY.id("cat</w>"))).hasSize(75);
        assertThat(one.padded("cat ".repeat(75))).isEqualTo(padded);
    }

    @Test
    void anyTextHasIdsWithinTheVocabulary() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            String text = Texts.any(random, 20);
            assertThat(LongStream.of(one.ids(text)))
                    .allMatch(id -> id >= 0 && id < one.vocabularySize());
            assertThat(one.padded(text)).hasSize(77);
        }
    }

    @Test
    void cacheChangesNothing() {
        Random random = new Random(12);
        List<String> texts = IntStream.range(0, 1000).mapToObj(i -> Texts.any(random, 20)).toList();
        List<long[]> first = texts.stream().map(one::ids).toList();
        List<long[]> again = texts.parallelStream().map(one::ids).toList();
        for (int i = 0; i < texts.size(); i++) {
            ClipTokenizer fresh = i % 50 == 0 ? VOCABULARY.tokenizer(TokenizerSlot.FIRST) : one;
            assertThat(first.get(i)).isEqualTo(again.get(i)).isEqualTo(fresh.ids(texts.get(i)));
        }
    }

    @Test
    void textsJoinedByASpaceHaveTheIdsOfBoth() {
        Random random = new Random(13);
        for (int i = 0; i < 2000; i++) {
            String left = Texts.clean(random);
            String right = Texts.clean(random);
            assertThat(one.ids(left + " " + right))
                    .isEqualTo(
                            LongStream.concat(
                                            LongStream.of(one.ids(left)),
                                            LongStream.of(one.ids(right)))
                                    .toArray());
        }
    }

    @Test
    void tenThousandWordsTakeLittleTime() {
        Random random = new Random(14);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append(Long.toString(random.nextLong(1L << 40), 36))
                    .append(i % 9 == 0 ? ", " : " ");
        }
        for (String words :
                List.of(text.toString(), "cat".repeat(50_000), "\0\ud800😀!".repeat(20_000))) {
            assertThat(CpuTime.of(() -> one.ids(words))).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void readsPaddingLengthAndAddedTokensFromTheConfiguration() throws IOException {
        VOCABULARY.writeTo(folder);
        int added = VOCABULARY.ids().size() + 3;
        write(
                "tokenizer_config.json",
                """
                {"model_max_length": 9, "pad_token": {"content": "a</w>"}, "bos_token": null,
                 "added_tokens_decoder": {"0": {"content": "!"}, "%d": {"content": "<sks>"}}}
                """
                        .formatted(added));
        write("special_tokens_map.json", "{\"pad_token\": \"b</w>\"}");
        ClipTokenizer read = ClipTokenizer.open(folder, TokenizerSlot.FIRST);
        assertThat(read.padded("cat <sks>!"))
                .containsExactly(
                        read.begin(),
                        VOCABULARY.id("cat</w>"),
                        added,
                        VOCABULARY.id("!</w>"),
                        read.end(),
                        VOCABULARY.id("a</w>"),
                        VOCABULARY.id("a</w>"),
                        VOCABULARY.id("a</w>"),
                        VOCABULARY.id("a</w>"));
        assertThat(read.vocabularySize()).isEqualTo(added + 1);
    }

    @Test
    void readsThePaddingOfTheSpecialTokensMapAlone() throws IOException {
        VOCABULARY.writeTo(folder);
        write("special_tokens_map.json", "{\"pad_token\": \"b</w>\"}");
        assertThat(ClipTokenizer.open(folder, TokenizerSlot.FIRST).padding())
                .isEqualTo(VOCABULARY.id("b</w>"));
    }

    @Test
    void limitlessLengthIsTheEncoders() throws IOException {
        VOCABULARY.writeTo(folder);
        write("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
        assertThat(ClipTokenizer.open(folder, TokenizerSlot.FIRST).maxLength()).isEqualTo(77);
    }

    @Test
    void readsTokenizerJson() throws IOException {
        for (boolean pairs : new boolean[] {true, false}) {
            List<Object> merges = new ArrayList<>();
            VOCABULARY
                    .merges()
                    .forEach(m -> merges.add(pairs ? List.of((Object[]) m.split(" ")) : m));
            write(
                    "tokenizer.json",
                    new JsonMapper()
                            .writeValueAsString(
                                    Map.of(
                                            "model",
                                            Map.of("vocab", VOCABULARY.ids(), "merges", merges))));
            ClipTokenizer read = ClipTokenizer.open(folder, TokenizerSlot.SECOND);
            assertThat(read.padded("The cat's singing")).isEqualTo(two.padded("The cat's singing"));
        }
    }

    @Test
    void windowsLineEndsInTheMergesAreFine() throws IOException {
        VOCABULARY.writeTo(folder);
        write("merges.txt", Files.readString(folder.resolve("merges.txt")).replace("\n", "\r\n"));
        assertThat(ClipTokenizer.open(folder, TokenizerSlot.FIRST).ids("cat"))
                .isEqualTo(one.ids("cat"));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertFails(folder + " holds no tokenizer: put CLIP's vocab.json and merges.txt there.");
        VOCABULARY.writeTo(folder);
        Files.delete(folder.resolve("merges.txt"));
        assertFails(folder + " has vocab.json but lacks merges.txt: put both files of the same");
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        VOCABULARY.writeTo(folder);
        String vocabulary = Files.readString(folder.resolve("vocab.json"));
        assertFails("vocab.json", vocabulary.substring(0, vocabulary.length() / 2), "at line 1");
        assertFails("vocab.json", "<!DOCTYPE html><html></html>", "is not JSON");
        assertFails("vocab.json", "[1, 2]", "holds no JSON object");
        assertFails("vocab.json", "", "vocab.json");
        assertFails("vocab.json", "{}", "no vocabulary of CLIP");
        assertFails("vocab.json", "{\"a\": 1.5}", "not a whole number");
        assertFails("vocab.json", "{\"a\": -1}", "not a whole number");
        assertFails("vocab.json", "{\"a\": 1, \"a\": 2}", "damaged");
        assertFails("vocab.json", vocabulary.replace("<|endoftext|>", "<|x|>"), "<|endoftext|>");
        write("vocab.json", vocabulary);
        assertFails("merges.txt", "#version: 0.2\nc a\nca\n", "entry 3");
        assertFails("merges.txt", "#version: 0.2\nc a t\n", "entry 2");
        assertFails("merges.txt", "#version: 0.2\nq q\n", "do not belong together");
        Files.write(folder.resolve("merges.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertFails("is not UTF-8 text");
        VOCABULARY.writeTo(folder);
        assertFails("tokenizer_config.json", "{\"pad_token\": \"nope\"}", "nope");
        assertFails("tokenizer_config.json", "{\"model_max_length\": 2}", "at least 3 tokens");
        assertFails("tokenizer_config.json", "{\"model_max_length\": 7.5}", "at least 3 tokens");
        assertFails(
                "tokenizer_config.json",
                "{\"added_tokens_decoder\": {\"x\": {\"content\": \"y\"}}}",
                "added_tokens_decoder");
    }

    private List<String> tokens(String text) {
        return VOCABULARY.tokens(one.ids(text));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private void assertFails(String name, String content, String message) throws IOException {
        write(name, content);
        assertFails(message);
    }

    private void assertFails(String message) {
        assertThatThrownBy(() -> ClipTokenizer.open(folder, TokenizerSlot.FIRST))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(folder.toString())
                .hasMessageNotContaining("\n");
    }
}
