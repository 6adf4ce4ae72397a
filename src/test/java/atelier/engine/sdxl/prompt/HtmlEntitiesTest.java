package atelier.engine.sdxl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource({
        "&hearts;, ♥",
        "&DoubleLongLeftArrow;, ⟸",
        "&bne;, =\u20e5",
        "&NTILDE; &nTILDE;, Ñ &nTILDE;",
        "&#128; &#x96;, € –",
        "&#0; &#xD800; &#1114112; &#99999999999999999999;, \ufffd \ufffd \ufffd \ufffd",
        "a&#1;b&#xFDD0;c, abc",
        "&#1F600; &#x1F600;, &#1F600; 😀",
        "&#59; &;, &#59; &;",
        "&GTDOT; &gtdot;, &GTDOT; ⋗",
        "AT&T &amp, AT&T &amp",
        "&quot;$1\\&quot;, \"$1\\\"",
    })
    void decodes(String text, String want) {
        assertThat(HtmlEntities.unescape(text)).isEqualTo(want);
    }
}
