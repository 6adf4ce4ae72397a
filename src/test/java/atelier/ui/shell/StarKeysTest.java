package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.ui.component.Keys;
import atelier.ui.text.Language;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class StarKeysTest {

    private final List<Integer> given = new ArrayList<>();
    private final List<Command> commands = StarKeys.commands(given::add);

    private void press(KeyCode code) {
        KeyEvent event =
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
        commands.stream()
                .filter(command -> Objects.requireNonNull(command.keys()).matcher().match(event))
                .forEach(command -> command.action().run());
    }

    @Test
    void oneToFiveGiveSoManyStarsAndZeroTakesThemBack() {
        press(KeyCode.DIGIT3);
        press(KeyCode.DIGIT0);
        press(KeyCode.DIGIT5);
        press(KeyCode.DIGIT1);
        press(KeyCode.DIGIT6);
        assertThat(given).containsExactly(3, 0, 5, 1);
    }

    @Test
    void theyAreTypedInATextFieldAndAreListedInWords() {
        Texts texts = new Texts(Language.ENGLISH);
        assertThat(commands).allMatch(command -> Objects.requireNonNull(command.keys()).typed());
        assertThat(commands)
                .extracting(command -> texts.say(command.title()))
                .contains("Give 1 star", "Give 5 stars", "Take the stars back");
        assertThat(commands).extracting(Command::keys).contains(new Keys("0"));
    }
}
