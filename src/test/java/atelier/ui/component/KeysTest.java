package atelier.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @ParameterizedTest
    @CsvSource({
        "Shortcut+K, Ctrl K, ⌘ K",
        "Shortcut+Shift+Z, Ctrl Shift Z, ⌘ Shift Z",
        "Shortcut+Enter, Ctrl ⏎, ⌘ ⏎",
        "Shortcut+Period, Ctrl ., ⌘ .",
        "Shift+Slash, ?, ?",
        "F6, F6, F6"
    })
    void keysAreShownAsTheyStandOnTheKeyboard(String keys, String shown, String onMac) {
        assertThat(new Keys(keys).shown(false)).isEqualTo(shown);
        assertThat(new Keys(keys).shown(true)).isEqualTo(onMac);
    }

    @ParameterizedTest
    @CsvSource({
        "L, true",
        "Shift+Slash, true",
        "Delete, true",
        "Space, true",
        "F6, false",
        "Shortcut+K, false",
        "Alt+Right, false"
    })
    void lettersAreLeftToTextFields(String keys, boolean typed) {
        assertThat(new Keys(keys).typed()).isEqualTo(typed);
    }

    @Test
    void textFieldsUndoTheirOwnTyping() {
        assertThat(new Keys("Shortcut+Z").editsText()).isTrue();
        assertThat(new Keys("Shortcut+K").editsText()).isFalse();
    }
}
