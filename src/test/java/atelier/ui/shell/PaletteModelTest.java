package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    private final Texts texts = new Texts(Language.ENGLISH);
    private final List<String> done = new ArrayList<>();
    private final PaletteModel palette =
            new PaletteModel(
                    texts,
                    () ->
                            List.of(
                                    command(Command.Group.SETTINGS, "Temperature limit"),
                                    command(Command.Group.ACTIONS, "Generate with Temir"),
                                    command(Command.Group.ACTIONS, "Train Temir again"),
                                    command(Command.Group.CHARACTERS, "Temir"),
                                    command(Command.Group.PICTURES, "1187-temir.png")));

    private Command command(Command.Group group, String title) {
        return new Command(group, "zap", Phrase.plain(title), null, null, () -> done.add(title));
    }

    @BeforeEach
    void open() {
        palette.open();
    }

    private List<String> hits() {
        return palette.rows().stream()
                .filter(PaletteRow.Hit.class::isInstance)
                .map(row -> texts.say(((PaletteRow.Hit) row).command().title()))
                .toList();
    }

    @Test
    void everythingIsListedUnderTheHeadingsOfItsGroup() {
        assertThat(palette.rows()).hasSize(9);
        assertThat(palette.rows().getFirst())
                .isEqualTo(new PaletteRow.Heading(Command.Group.ACTIONS));
        assertThat(hits()).last().isEqualTo("Temperature limit");
        assertThat(texts.say(palette.count().get())).isEqualTo("5 of 5");
    }

    @Test
    void everyWordMustBeThereInAnyOrderAndCase() {
        palette.query().set("TEMIR gen");
        assertThat(hits()).containsExactly("Generate with Temir");
    }

    @Test
    void wordsThatBeginSoComeFirstInTheirGroup() {
        palette.query().set("a");
        assertThat(hits()).startsWith("Train Temir again", "Generate with Temir");
    }

    @Test
    void aSignChoosesAGroup() {
        palette.query().set("@tem");
        assertThat(hits()).containsExactly("Temir");
        palette.query().set("# tem");
        assertThat(hits()).containsExactly("1187-temir.png");
        palette.query().set(">");
        assertThat(hits()).hasSize(2);
    }

    @Test
    void theChoiceGoesPastHeadingsAndRound() {
        assertThat(palette.chosen().get()).isEqualTo(1);
        palette.move(1);
        palette.move(1);
        assertThat(palette.chosen().get()).isEqualTo(4);
        palette.move(-1);
        palette.move(-1);
        palette.move(-1);
        assertThat(palette.chosen().get()).isEqualTo(8);
    }

    @Test
    void whatIsChosenIsDone() {
        palette.query().set("train");
        palette.perform();
        assertThat(done).containsExactly("Train Temir again");
    }

    @Test
    void nothingFoundNamesTheNearestWordAndDoesNothing() {
        palette.query().set("temur");
        assertThat(hits()).isEmpty();
        assertThat(texts.say(palette.nearest().get())).isEqualTo("Did you mean temir?");
        palette.move(1);
        palette.perform();
        assertThat(done).isEmpty();
        palette.query().set("xyzzyxyzzy");
        assertThat(texts.say(palette.nearest().get())).isEqualTo("Try other words.");
    }
}
