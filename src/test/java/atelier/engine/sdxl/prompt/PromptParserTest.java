package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.sdxl.prompt.PromptPart.Break;
import atelier.engine.sdxl.prompt.PromptPart.Text;
import atelier.model.AtelierException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptParserTest {

    @Test
    void plainTextIsOnePart() {
        assertParts("normal text", new Text("normal text", 1));
    }

    @Test
    void emptyPromptHasNoParts() {
        assertParts("");
        assertParts("()");
    }

    @Test
    void roundBracketsWeighMoreAndSquareBracketsLess() {
        assertParts(
                "an (important) and an [idle] word",
                new Text("an ", 1),
                new Text("important", 1.1),
                new Text(" and an ", 1),
                new Text("idle", 1 / 1.1),
                new Text(" word", 1));
    }

    @Test
    void numberAfterColonIsTheWeight() {
        assertParts("(a:1.3)", new Text("a", 1.3));
        assertParts("(a:.5)", new Text("a", 0.5));
        assertParts("(a:-1)", new Text("a", -1));
        assertParts("(a: 1.5 )", new Text("a", 1.5));
        assertParts("(a:0)", new Text("a", 0));
    }

    /** The worked example that documents the syntax in the program it comes from. */
    @Test
    void nestedBracketsMultiply() {
        assertParts(
                "a (((house:1.3)) [on] a (hill:0.5), sun, (((sky))).",
                new Text("a ", 1.0),
                new Text("house", 1.5730000000000004),
                new Text(" ", 1.1),
                new Text("on", 1.0),
                new Text(" a ", 1.1),
                new Text("hill", 0.55),
                new Text(", sun, ", 1.1),
                new Text("sky", 1.4641000000000006),
                new Text(".", 1.1));
    }

    @Test
    void neighboursOfEqualWeightBecomeOne() {
        assertParts("(unnecessary)(parens)", new Text("unnecessaryparens", 1.1));
        assertParts("a()b", new Text("ab", 1));
    }

    @Test
    void openBracketAppliesToTheRest() {
        assertParts("a (b c", new Text("a ", 1), new Text("b c", 1.1));
        assertParts("[a", new Text("a", 1 / 1.1));
    }

    @Test
    void closingBracketWithoutAnOpenOneIsText() {
        assertParts("a) b] c:1.2)", new Text("a) b] c:1.2)", 1));
    }

    @Test
    void escapedBracketsAreText() {
        assertParts("\\(literal\\]", new Text("(literal]", 1));
        assertParts("(a \\(b\\):1.2)", new Text("a (b)", 1.2));
        assertParts("a\\\\(b)", new Text("a\\", 1), new Text("b", 1.1));
    }

    @Test
    void otherBackslashesVanish() {
        assertParts("a\\b\\", new Text("ab", 1));
    }

    @Test
    void weightAppliesOnlyWithinRoundBrackets() {
        assertParts("[a:1.5]", new Text("a:1.5", 1 / 1.1));
        assertParts("ratio 16:9", new Text("ratio 16:9", 1));
    }

    @Test
    void numberThatIsNoneIsText() {
        assertParts("(a:1.2.3)", new Text("a:1.2.3", 1.1));
        assertParts("(a:.)", new Text("a:.", 1.1));
    }

    @Test
    void breakIsAPartOfItsOwn() {
        assertParts("a BREAK b", new Text("a ", 1), new Break(), new Text(" b", 1));
        assertParts("a,BREAK,b", new Text("a,", 1), new Break(), new Text(",b", 1));
        assertParts("BREAK", new Break());
    }

    @Test
    void breakNeedsToBeAWordOfItsOwnInCapitals() {
        assertParts("break BREAKFAST DAYBREAK", new Text("break BREAKFAST DAYBREAK", 1));
    }

    @Test
    void breakWithinBracketsBreaksToo() {
        assertParts("(a BREAK b:1.2)", new Text("a ", 1.2), new Break(), new Text(" b", 1.2));
    }

    @Test
    void weightBeyondNumbersIsRefusedInOneSentence() {
        assertThatThrownBy(() -> PromptParser.parse("(".repeat(1000) + "cat" + ")".repeat(1000)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("“cat”")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> PromptParser.parse("(cat:" + "9".repeat(50) + ")"))
                .isInstanceOf(AtelierException.class);
    }

    @Test
    void balancedDepthIsNoLimit() {
        String deep = "([".repeat(2000) + "cat" + "])".repeat(2000);
        assertThat(PromptParser.parse(deep)).hasSize(1);
    }

    @Test
    void bracketsNestFiveThousandDeepAndNoDeeper() {
        assertThat(PromptParser.parse("([".repeat(2500) + "a"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Text.class, text -> assertThat(text.weight()).isCloseTo(1, within(1e-9)));
        assertThatThrownBy(() -> PromptParser.parse("(a[".repeat(100_000)))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The prompt has more than 5000 brackets open at once: close them, or write \\( and \\[ for brackets that mean themselves.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a|' '|b",
                "-|:|-",
                "(a:|1|-",
                "(a:|' '|1",
                "-|'(a:0.9) [b] \\( '|-",
                "-|[a]|)",
                "-|'a BREAK '|-"
            })
    void hugePromptsAreLookedAtAFewTimes(String before, String repeated, String after) {
        String text =
                Objects.toString(before, "")
                        + repeated.repeat(200_000 / repeated.length())
                        + Objects.toString(after, "");
        assertThat(CountingText.looks(text, PromptParser::parse)).isLessThan(16L * text.length());
    }

    @Test
    void escapedTextAlwaysComesBack() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            String text = Texts.any(random, 30).replace("BREAK", "");
            String escaped = text.replaceAll("[\\\\()\\[\\]]", "\\\\$0");
            assertThat(PromptParser.parse(escaped))
                    .isEqualTo(text.isEmpty() ? List.of() : List.of(new Text(text, 1)));
        }
    }

    private static void assertParts(String prompt, PromptPart... parts) {
        assertThat(PromptParser.parse(prompt)).containsExactly(parts);
    }
}
