package atelier.ui.shell;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette finds, and which of it is chosen. */
public final class PaletteModel {

    private final Supplier<List<Command>> source;
    private final CommandSearch search;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<Phrase> count = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Phrase> nearest = new ReadOnlyObjectWrapper<>();
    private List<Command> all = List.of();

    /**
     * @param source everything that can be done now
     */
    public PaletteModel(Texts texts, Supplier<List<Command>> source) {
        this.source = source;
        this.search = new CommandSearch(command -> words(texts, command));
        query.subscribe(this::find);
    }

    private static String words(Texts texts, Command command) {
        String title = texts.say(command.title());
        return command.detail() == null ? title : title + ' ' + texts.say(command.detail());
    }

    /** Begins anew, with everything there is. */
    public void open() {
        all = source.get();
        query.set("");
        find();
    }

    private void find() {
        List<Command> found = search.find(query.get(), all);
        List<PaletteRow> lines = new ArrayList<>();
        Command.Group last = null;
        for (Command command : found) {
            if (command.group() != last) {
                last = command.group();
                lines.add(new PaletteRow.Heading(last));
            }
            lines.add(new PaletteRow.Hit(command));
        }
        chosen.set(-1);
        rows.setAll(lines);
        chosen.set(lines.isEmpty() ? -1 : 1);
        count.set(Phrase.of("palette.count", found.size(), all.size()));
        nearest.set(
                found.isEmpty()
                        ? search.nearest(query.get(), all)
                                .map(word -> Phrase.of("palette.nearest", word))
                                .orElse(Phrase.of("palette.other-words"))
                        : null);
    }

    /** What the user looks for. */
    public StringProperty query() {
        return query;
    }

    /** What was found, under headings. */
    public ObservableList<PaletteRow> rows() {
        return rows;
    }

    /** The place of the chosen line among them; −1 where there is none. */
    public IntegerProperty chosen() {
        return chosen;
    }

    /** How much was found. */
    public ReadOnlyObjectProperty<Phrase> count() {
        return count.getReadOnlyProperty();
    }

    /** What to look for instead; null while something is found. */
    public ReadOnlyObjectProperty<Phrase> nearest() {
        return nearest.getReadOnlyProperty();
    }

    /**
     * Moves the choice, past headings, and round at the ends.
     *
     * @param by 1 down, −1 up
     */
    public void move(int by) {
        if (rows.isEmpty()) {
            return;
        }
        int next = chosen.get();
        do {
            next = Math.floorMod(next + by, rows.size());
        } while (rows.get(next) instanceof PaletteRow.Heading);
        chosen.set(next);
    }

    /** Does what is chosen. */
    public void perform() {
        if (chosen.get() >= 0 && rows.get(chosen.get()) instanceof PaletteRow.Hit hit) {
            hit.command().action().run();
        }
    }
}
