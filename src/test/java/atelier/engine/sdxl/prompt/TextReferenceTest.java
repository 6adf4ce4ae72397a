package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import atelier.reference.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Token ids against the reference tokenizers. */
@Tag("reference")
class TextReferenceTest {

    /** The reading that {@link ClipTokenizer} documents, for both tokenizers. */
    private static final String READING = "slow_with_ftfy";

    private final Reference reference = Reference.of("text");
    private final Reference.Tensors tensors = reference.tensors("tensors.safetensors");
    private final SdxlPrompt sdxl =
            new TokenizerFiles(Reference.root().resolve("no-import"))
                    .open(Reference.root().resolve("tiny-sdxl"));

    @TestFactory
    Stream<DynamicTest> idsOfEveryPromptInBothTokenizers() {
        return cases("prompts")
                .mapMulti((prompt, to) -> {
                    String text = prompt.get("prompt").asString();
                    long[] want = longs(prompt.get("ids"));
                    to.accept(
                            dynamicTest(
                                    "one " + named(text),
                                    () -> assertThat(sdxl.one().ids(text)).isEqualTo(want)));
                    to.accept(
                            dynamicTest(
                                    "two " + named(text),
                                    () -> assertThat(sdxl.two().ids(text)).isEqualTo(want)));
                });
    }

    @TestFactory
    Stream<DynamicTest> idsWhereReadingsDiffer() {
        return cases("prompts_where_readings_differ")
                .map(prompt -> {
                    String text = prompt.get("prompt").asString();
                    long[] want = longs(prompt.get(READING));
                    return dynamicTest(
                            named(text),
                            () -> {
                                assertThat(sdxl.one().ids(text)).isEqualTo(want);
                                assertThat(sdxl.two().ids(text)).isEqualTo(want);
                            });
                });
    }

    @TestFactory
    Stream<DynamicTest> encoderInputOfEveryPrompt() {
        List<JsonNode> prompts = cases("prompts").toList();
        return IntStream.range(0, prompts.size())
                .boxed()
                .flatMap(row -> {
                    String text = prompts.get(row).get("prompt").asString();
                    return Stream.of(
                            dynamicTest(
                                    "input_ids_1 " + named(text),
                                    () ->
                                            assertThat(sdxl.one().padded(text))
                                                    .isEqualTo(row("input_ids_1", row))),
                            dynamicTest(
                                    "input_ids_2 " + named(text),
                                    () ->
                                            assertThat(sdxl.two().padded(text))
                                                    .isEqualTo(row("input_ids_2", row))));
                });
    }

    /** A prompt that has no attention syntax and fits is the reference's input, unchanged. */
    @TestFactory
    Stream<DynamicTest> oneChunkEqualsTheEncoderInput() {
        List<JsonNode> prompts = cases("prompts").toList();
        List<DynamicTest> tests = new ArrayList<>();
        for (int row = 0; row < prompts.size(); row++) {
            String text = prompts.get(row).get("prompt").asString();
            int index = row;
            boolean fits = prompts.get(row).get("ids").size() <= sdxl.one().maxLength() - 2;
            if (fits && text.chars().noneMatch(c -> "()[]\\".indexOf(c) >= 0)) {
                tests.add(
                        dynamicTest(
                                named(text),
                                () ->
                                        assertThat(sdxl.encode(text).chunks())
                                                .containsExactly(
                                                        new PromptChunks.Chunk(
                                                                TokenIds.of(
                                                                        row("input_ids_1", index),
                                                                        1),
                                                                TokenIds.of(
                                                                        row("input_ids_2", index),
                                                                        1)))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    /** Also the empty prompt needs a name. */
    private static String named(String text) {
        return "'" + text + "'";
    }

    private Stream<JsonNode> cases(String key) {
        JsonNode cases = reference.manifest().get(key);
        assertThat(cases).as(key).isNotNull().isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private long[] row(String tensor, int row) {
        int length = tensors.shape(tensor).getLast().intValue();
        return Arrays.copyOfRange(tensors.longs(tensor), row * length, (row + 1) * length);
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }
}
