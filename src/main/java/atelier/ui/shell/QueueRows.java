package atelier.ui.shell;

import atelier.model.job.JobRecord;
import atelier.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The jobs of the queue, one below the other. */
public final class QueueRows extends VBox {

    private static final String FIRST = "first";

    private final QueueModel model;
    private final Texts texts;

    /** Follows that queue. */
    public QueueRows(QueueModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("in-scroll");
        model.jobs().subscribe(this::show);
        texts.language().subscribe(this::showAnew);
        show();
    }

    private void showAnew() {
        getChildren().clear();
        show();
    }

    /**
     * A job that is in the same state keeps its row, and with it the focus and what is being
     * dragged.
     */
    private void show() {
        Map<Long, QueueRow> before = new HashMap<>();
        getChildren().forEach(node -> before.put(((QueueRow) node).job().id(), (QueueRow) node));
        List<QueueRow> rows =
                model.jobs().stream().map(job -> row(before.get(job.id()), job)).toList();
        if (!getChildren().equals(rows)) {
            Node focus = getScene() == null ? null : getScene().getFocusOwner();
            Long focused =
                    before.values().stream()
                            .filter(row -> isIn(row, focus))
                            .findFirst()
                            .map(row -> row.job().id())
                            .orElse(null);
            getChildren().setAll(rows);
            rows.forEach(row -> row.getStyleClass().remove(FIRST));
            rows.stream().findFirst().ifPresent(row -> row.getStyleClass().add(FIRST));
            rows.stream()
                    .filter(row -> focused != null && row.job().id() == focused)
                    .forEach(row -> row.focus(focus));
        }
    }

    private static boolean isIn(Node part, @Nullable Node node) {
        return node != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(part::equals);
    }

    private QueueRow row(@Nullable QueueRow before, JobRecord job) {
        if (before == null || before.job().state() != job.state()) {
            return new QueueRow(model, job, texts);
        }
        before.update(job);
        return before;
    }
}
