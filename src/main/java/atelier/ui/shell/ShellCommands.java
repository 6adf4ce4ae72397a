package atelier.ui.shell;

import atelier.model.settings.Look;
import atelier.ui.component.Keys;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;

/** What can be done wherever one is in the window. */
public final class ShellCommands {

    /** Opens the palette. */
    static final Keys PALETTE = new Keys("Shortcut+K");

    /** Shows what waits. */
    static final Keys QUEUE = new Keys("Shortcut+J");

    private final ShellModel shell;
    private final Texts texts;
    private final Theme theme;
    private final UndoStack undo;
    private final JobBarModel jobs;
    private final ClosingModel closing;

    /**
     * @param theme the look
     * @param undo what was done
     * @param jobs the work
     * @param closing closes the window
     */
    public ShellCommands(
            ShellModel shell,
            Texts texts,
            Theme theme,
            UndoStack undo,
            JobBarModel jobs,
            ClosingModel closing) {
        this.shell = shell;
        this.texts = texts;
        this.theme = theme;
        this.undo = undo;
        this.jobs = jobs;
        this.closing = closing;
    }

    /** All of them; names follow the look and the language. */
    public List<Command> all() {
        List<Command> commands = new ArrayList<>();
        for (Place place : Place.values()) {
            commands.add(
                    new Command(
                            Command.Group.ACTIONS,
                            place.icon(),
                            Phrase.of("command.go", Phrase.of(place.nameKey())),
                            null,
                            place.keys(),
                            () -> shell.go(place)));
        }
        commands.add(action("rotate-ccw", "command.undo", "Shortcut+Z", undo::undo));
        commands.add(action("rotate-cw", "command.redo", "Shortcut+Shift+Z", undo::redo));
        commands.add(action("pause", "command.pause", "Shortcut+Period", jobs::pauseOrResume));
        commands.add(action("log-out", "command.close", "Shortcut+Q", closing::ask));
        for (Look look : Look.values()) {
            if (look != theme.look().get()) {
                commands.add(
                        setting(
                                look == Look.DARK ? "moon" : look == Look.LIGHT ? "sun" : "monitor",
                                Phrase.of(
                                        "command.look-"
                                                + look.name().toLowerCase(java.util.Locale.ROOT)),
                                () -> theme.look().set(look)));
            }
        }
        for (Language language : Language.values()) {
            if (language != texts.language().get()) {
                commands.add(
                        setting(
                                "globe",
                                Phrase.of("command.language", language.ownName()),
                                () -> texts.language().set(language)));
            }
        }
        return commands;
    }

    private static Command action(String icon, String key, String keys, Runnable action) {
        return Command.action(icon, Phrase.of(key), keys, action);
    }

    private static Command setting(String icon, Phrase title, Runnable action) {
        return new Command(Command.Group.SETTINGS, icon, title, null, null, action);
    }
}
