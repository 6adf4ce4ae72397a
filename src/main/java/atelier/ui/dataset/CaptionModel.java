package atelier.ui.dataset;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * A caption that is being edited; going on to another picture saves it. What could not be written
 * stays, and is there when one comes back to its picture.
 */
final class CaptionModel {

    /** Where the text is. */
    enum State {
        /** As in the file. */
        SAVED,
        /** Changed, and not in the file yet. */
        EDITED,
        /** It could not be written. */
        FAILED
    }

    private final BiConsumer<Path, String> write;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.SAVED);
    private final CaptionTokens tokens;
    private final Map<Path, String> writing = new HashMap<>();
    private final Map<Path, String> failed = new HashMap<>();
    private @Nullable Path file;
    private String inFile = "";

    /**
     * @param write begins to write a picture's caption
     * @param counting counts the tokens of what is typed
     */
    CaptionModel(
            BiConsumer<Path, String> write,
            Function<ObservableValue<String>, CaptionTokens> counting) {
        this.write = write;
        tokens = counting.apply(text);
        text.subscribe((_, now) -> {
            state.set(now.equals(inFile) ? State.SAVED : State.EDITED);
            if (file != null && now.equals(inFile)) {
                failed.remove(file);
            }
        });
    }

    /** Goes on to a picture; the same one again keeps what was typed. */
    void begin(@Nullable DatasetItem item) {
        Path next = item == null ? null : item.file();
        if (item != null && item.file().equals(file)) {
            if (state.get() == State.SAVED && !item.caption().equals(inFile)) {
                // Something else wrote it, such as a replacement in all captions.
                inFile = item.caption();
                text.set(inFile);
            }
            return;
        }
        if (state.get() == State.EDITED) {
            save();
        }
        file = next;
        inFile = item == null ? "" : item.caption();
        String typed = next == null ? null : failed.get(next);
        text.set(typed == null ? inFile : typed);
        state.set(typed == null ? State.SAVED : State.FAILED);
    }

    /** Writes what was typed, if it is not written. */
    void save() {
        Path now = file;
        if (now != null && !text.get().equals(inFile)) {
            write(now, text.get());
        }
    }

    /** Writes what was typed, here and wherever it could not be written before. */
    void saveAll() {
        save();
        Map.copyOf(failed).forEach(this::write);
    }

    private void write(Path which, String words) {
        if (!words.equals(writing.get(which))) {
            writing.put(which, words);
            write.accept(which, words);
        }
    }

    /** It is written. */
    void saved(Path which, String words) {
        writing.remove(which, words);
        failed.remove(which);
        if (which.equals(file)) {
            inFile = words;
            if (text.get().equals(words)) {
                state.set(State.SAVED);
            }
        }
    }

    /** It could not be written; what was typed stays. */
    void failed(Path which, String words) {
        writing.remove(which, words);
        failed.put(which, words);
        if (which.equals(file)) {
            state.set(State.FAILED);
        }
    }

    /** What is typed. */
    StringProperty text() {
        return text;
    }

    /** How long that is. */
    CaptionTokens tokens() {
        return tokens;
    }

    /** Where it is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }
}
