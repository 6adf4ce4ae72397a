package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`  MIXED \t Case\r\n tabs\u00a0and\u3000spaces `, mixed case tabs and spaces",
                "`“curly” ‘quotes’ don’t`, `\"curly\" 'quotes' don't`",
                "ﬁne ﬂuﬃer Ǆ ŉ ﬆ ﬅ, `fine fluffier dž 'n st ſt`",
                "ＦＵＬＬ １２３ ｶﾀｶﾅ, full 123 カタカナ",
                "Cafe\u0301, café",
                "a &amp; b &lt;tag&gt;, a & b <tag>",
                "&amp;amp;amp; twice, & twice",
                "P&eacute;rez P&EACUTE;REZ, pérez pérez",
                "it&#39;s &#x41;&hellip;, it's a…",
                "this&not that &nosuch; &#xZZ;, this&not that &nosuch; &#xzz;",
                "&NotEqualTilde;, ≂\u0338",
                "red\u001b[31m bold\u0007 nul\u0000l \ufeffbom, red bold null bom",
                "zero\u200bwidth joined 👨\u200d👩, zero\u200bwidth joined 👨\u200d👩",
                "win\u0092s \u0080 5, win's € 5",
                "ΟΔΥΣΣΕΥΣ ΣΟΦΟΣ. Σ, οδυσσευς σοφος. σ",
                "`\"ΟΔΟΣ\" İstanbul ẞ`, `\"οδος\" i̇stanbul ß`",
                "\ud800 and \udc00x, \ufffd and \ufffdx",
            })
    void cleans(String text, String want) {
        assertThat(TextCleaner.clean(text)).isEqualTo(want);
    }

    @Test
    void entitiesInMarkupStayFromItsLineOn() {
        assertThat(TextCleaner.clean("&gt; 1\na < b &amp; c\n&amp; d"))
                .isEqualTo("> 1 a < b &amp; c &amp; d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Café", "naïve façade", "“quoted” — it…", "Владимир", "猫咪", "🐱 cat"})
    void textReadInTheWrongEncodingIsRepaired(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String expected = TextCleaner.clean(text);
        String latin1 = new String(utf8, StandardCharsets.ISO_8859_1);
        assertThat(TextCleaner.clean(latin1)).isEqualTo(expected);
        String windows = new String(utf8, Charset.forName("windows-1252"));
        if (windows.indexOf('\ufffd') < 0) {
            assertThat(TextCleaner.clean(windows)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"señor Ødegård", "über große straße", "¿qué? ¡olé!", "5 € £3 ©", "Ø", "×½"})
    void accentedTextThatIsRightStays(String text) {
        assertThat(TextCleaner.clean(text)).isEqualTo(LowerCase.of(text));
    }

    @Test
    void resultHasSingleSpacesAndNoControls() {
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            String clean = TextCleaner.clean(Texts.any(random, 20));
            assertThat(clean).doesNotContain("  ", "\n", "\0", "\u0007").isEqualTo(clean.strip());
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(clean)).isTrue();
        }
    }

    @Test
    void nestedEntitiesTakeLittleTime() {
        String nested = "&" + "amp;".repeat(200_000);
        assertThat(CpuTime.of(() -> TextCleaner.clean(nested))).isLessThan(Duration.ofSeconds(2));
    }
}
