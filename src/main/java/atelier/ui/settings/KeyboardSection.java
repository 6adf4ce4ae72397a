package atelier.ui.settings;

import atelier.ui.shell.Command;
import atelier.ui.shell.ShortcutRow;
import atelier.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;

/**
 * What the keys do everywhere.
 *
 * @param commands asked for anew when the language changes
 */
record KeyboardSection(Texts texts, Supplier<List<Command>> commands) {

    Section view() {
        Section section = new Section(Section.Name.KEYBOARD, texts);
        VBox card = section.card();
        card.getStyleClass().add("keys");
        show(card);
        texts.language().subscribe(() -> show(card));
        return section;
    }

    private void show(VBox card) {
        card.getChildren()
                .setAll(
                        commands.get().stream()
                                .filter(command -> command.keys() != null)
                                .map(command -> new ShortcutRow(texts, command))
                                .toList());
    }
}
