package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.ui.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToastsAndUndoTest {

    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private final List<String> happened = new ArrayList<>();

    private void add(String name) {
        undo.add(
                Phrase.plain(name),
                () -> happened.add("undo " + name),
                () -> happened.add("redo " + name));
    }

    @Test
    void aNewToastTakesThePlaceOfTheOldOne() {
        toasts.show(Toast.done(Phrase.plain("one")));
        toasts.show(Toast.done(Phrase.plain("two")));
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.plain("two"));
        toasts.close();
        assertThat(toasts.current().get()).isNull();
    }

    @Test
    void aFailureStaysUntilItIsClosed() {
        toasts.show(Toast.failed(Phrase.plain("broken"), null));
        toasts.show(Toast.done(Phrase.plain("later")));
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.plain("broken"));
        toasts.close();
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.plain("later"));
    }

    @Test
    void aFailureIsToldOnceUntilItIsClosed() {
        for (String words : List.of("broken", "other", "broken", "other")) {
            toasts.show(Toast.failed(Phrase.plain(words), null));
        }
        toasts.close();
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.plain("other"));
        toasts.close();
        assertThat(toasts.current().get()).isNull();
        toasts.show(Toast.failed(Phrase.plain("broken"), null));
        assertThat(toasts.current().get().text()).isEqualTo(Phrase.plain("broken"));
    }

    @Test
    void stepsAreTakenBackLastFirstAndDoneAgain() {
        add("a");
        add("b");
        undo.undo();
        undo.undo();
        undo.undo();
        undo.redo();
        assertThat(happened).containsExactly("undo b", "undo a", "redo a");
    }

    @Test
    void aNewStepForgetsWhatWasTakenBack() {
        add("a");
        undo.undo();
        add("b");
        undo.redo();
        assertThat(happened).containsExactly("undo a");
    }

    @Test
    void theToastsButtonTakesTheStepBack() {
        add("a");
        toasts.press();
        assertThat(happened).containsExactly("undo a");
        assertThat(toasts.current().get().text())
                .isEqualTo(Phrase.of("undo.undone", Phrase.plain("a")));
    }
}
