package atelier.ui.settings;

import atelier.ui.shell.Command;
import atelier.ui.shell.Layouts;
import atelier.ui.shell.Panel;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;

/** Puts the settings panel together. */
public final class SettingsPanel {

    private SettingsPanel() {}

    /**
     * The panel over a model.
     *
     * @param commands what the keys do everywhere
     * @param openLibrary shows the models in the library
     */
    public static Panel of(
            SettingsModel model,
            Texts texts,
            Layouts layouts,
            Supplier<List<Command>> commands,
            Runnable openLibrary) {
        SettingsController controller = new SettingsController(model, texts, commands, openLibrary);
        Panel panel =
                new Panel(
                        layouts.load(controller),
                        List.of(
                                Command.action(
                                        "search",
                                        Phrase.of("settings.find"),
                                        "Shortcut+F",
                                        controller::find)),
                        model::open);
        model.open();
        return panel;
    }
}
