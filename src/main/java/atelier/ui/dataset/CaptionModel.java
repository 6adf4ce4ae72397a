package atelier.ui.dataset;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A caption that is being edited; going on to another picture saves it. */
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
    private @Nullable Path file;
    private String inFile = "";

    /**
     * @param write begins to write a picture's caption
     */
    CaptionModel(BiConsumer<Path, String> write) {
        this.write = write;
        text.subscribe((_, now) -> {
            state.set(now.equals(inFile) ? State.SAVED : State.EDITED);
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
        save();
        file = next;
        inFile = item == null ? "" : item.caption();
        text.set(inFile);
        state.set(State.SAVED);
    }

    /** Writes what was typed, if it is not written. */
    void save() {
        if (file != null && state.get() != State.SAVED && !text.get().equals(inFile)) {
            write.accept(file, text.get());
        }
    }

    /** It is written. */
    void saved(Path which, String words) {
        if (which.equals(file)) {
            inFile = words;
            if (text.get().equals(words)) {
                state.set(State.SAVED);
            }
        }
    }

    /** It could not be written; what was typed stays. */
    void failed(Path which) {
        if (which.equals(file)) {
            state.set(State.FAILED);
        }
    }

    /** What is typed. */
    StringProperty text() {
        return text;
    }

    /** Where it is. */
    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }
}
