package atelier.ui.library;

import atelier.model.library.AuditRow;
import atelier.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** The last few changes of something. */
final class ChangeList {

    private static final int USUAL = 12;

    private final Texts texts;
    private final Moments moments;
    private final Consumer<AuditRow> undo;
    private final int most;

    /**
     * @param undo takes a change back
     * @param most how many are shown at most
     */
    ChangeList(Texts texts, Moments moments, Consumer<AuditRow> undo, int most) {
        this.texts = texts;
        this.moments = moments;
        this.undo = undo;
        this.most = most;
    }

    /** The same, of as many as the history of one thing shows. */
    ChangeList(Texts texts, Moments moments, Consumer<AuditRow> undo) {
        this(texts, moments, undo, USUAL);
    }

    /** Shows the first of these rows in a box. */
    void show(VBox box, List<AuditRow> rows) {
        box.getChildren()
                .setAll(
                        rows.stream()
                                .limit(most)
                                .map(row -> new ChangeRow(row, texts, moments, undo))
                                .toList());
    }
}
