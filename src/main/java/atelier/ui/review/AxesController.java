package atelier.ui.review;

import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.ui.component.Notice;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The column at the left: what varies from cell to cell, and what does not. */
public final class AxesController {

    private final ReviewModel model;
    private final Texts texts;

    @FXML private VBox cards;
    @FXML private VBox same;
    @FXML private VBox counts;
    @FXML private Button widen;
    @FXML private Button resume;
    @FXML private Notice identical;
    @FXML private Notice keeps;

    /** Shows the axes of what that model has open. */
    public AxesController(ReviewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        widen.setOnAction(_ -> model.widen());
        resume.setOnAction(_ -> model.measure());
        for (Notice notice : new Notice[] {identical, keeps}) {
            notice.managedProperty().bind(notice.visibleProperty());
        }
        resume.managedProperty().bind(resume.visibleProperty());
        keeps.moreProperty().bind(texts.follow(Phrase.of("review.keeps")));
        model.opened().subscribe(() -> show());
        model.job().subscribe(() -> show());
        texts.language().subscribe(() -> show());
    }

    private void show() {
        OpenComparison open = model.opened().get();
        if (open == null) {
            return;
        }
        AxisCards made = new AxisCards(texts, open.comparison());
        cards.getChildren().setAll(made.varying());
        same.getChildren().setAll(made.alike());
        counts.getChildren().setAll(made.counts(open.made().size()));
        showIdentical(open);
        JobRecord job = model.job().get();
        boolean busy = model.isBusy();
        keeps.setVisible(busy && job != null && job.state() == JobState.RUNNING);
        resume.setVisible(!busy && open.made().size() < open.count());
    }

    private void showIdentical(OpenComparison open) {
        identical.setVisible(!open.identical().isEmpty());
        if (!open.identical().isEmpty()) {
            identical.setFact(texts.say("review.identical", open.same().size()));
            identical.setMore(
                    AxisCards.explain(
                            texts, open.comparison().axes(), open.identical().getFirst()));
        }
    }
}
