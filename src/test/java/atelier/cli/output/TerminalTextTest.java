package atelier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

    @Test
    void ordinaryTextOfAnyLanguageStaysAsItIs() {
        String text = "снег, 雪, é and 🌨 (1.2)";
        assertThat(TerminalText.oneLine(text)).isEqualTo(text);
    }

    @Test
    void whatWouldMoveTheCursorOrTurnTextRoundIsShownAsItsCode() {
        assertThat(TerminalText.oneLine("a\nb\r\u001b[31m\u0085\u2028\u202egnp.exe\ud800"))
                .isEqualTo("a\\u000ab\\u000d\\u001b[31m\\u0085\\u2028\\u202egnp.exe\\ud800");
    }
}
