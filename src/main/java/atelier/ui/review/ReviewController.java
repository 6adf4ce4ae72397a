package atelier.ui.review;

import atelier.model.review.ComparisonSummary;
import atelier.ui.component.EmptyState;
import atelier.ui.component.FileDrop;
import atelier.ui.component.FoldingColumn;
import atelier.ui.component.Notice;
import atelier.ui.component.PanelHeader;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The review panel: its header, its columns, and what takes their place for a while. */
public final class ReviewController {

    private final ReviewModel model;
    private final Texts texts;
    private final Parent left;
    private final Parent middle;
    private final Parent right;
    private final Parent order;
    private final Parent blind;

    @FXML private StackPane panel;
    @FXML private BorderPane looking;
    @FXML private PanelHeader header;
    @FXML private MenuButton comparisons;
    @FXML private Button begin;
    @FXML private Button export;
    @FXML private Button vote;
    @FXML private HBox columns;
    @FXML private Notice problem;
    @FXML private EmptyState reading;
    @FXML private EmptyState empty;
    @FXML private Button first;

    /**
     * @param left what is compared
     * @param middle the cells
     * @param right what was measured
     * @param order the order of a comparison
     * @param blind the votes
     */
    public ReviewController(
            ReviewModel model,
            Texts texts,
            Parent left,
            Parent middle,
            Parent right,
            Parent order,
            Parent blind) {
        this.model = model;
        this.texts = texts;
        this.left = left;
        this.middle = middle;
        this.right = right;
        this.order = order;
        this.blind = blind;
    }

    @FXML
    void initialize() {
        HBox.setHgrow(middle, Priority.ALWAYS);
        columns.getChildren()
                .setAll(
                        FoldingColumn.left(
                                left,
                                "review-axes-unfold",
                                "sliders",
                                texts.follow(Phrase.of("review.axes")),
                                panel.widthProperty()),
                        middle,
                        FoldingColumn.right(
                                right,
                                "review-scores-unfold",
                                "bar-chart-2",
                                texts.follow(Phrase.of("review.scores")),
                                panel.widthProperty()));
        panel.getChildren().addAll(order, blind);
        begin.setOnAction(_ -> model.begin());
        first.setOnAction(_ -> model.begin());
        export.setOnAction(_ -> model.export());
        vote.setOnAction(_ -> model.voteBlind());
        problem.factProperty().bind(texts.follow(Phrase.of("review.unread")));
        problem.moreProperty().bind(texts.follow(model.problem()));
        problem.linkProperty().bind(texts.follow(Phrase.of("review.again")));
        problem.setOnLink(_ -> model.refresh());
        problem.managedProperty().bind(problem.visibleProperty());
        comparisons.managedProperty().bind(comparisons.visibleProperty());
        model.screen().subscribe(this::show);
        model.comparisons().subscribe(this::showComparisons);
        model.opened().subscribe(() -> showState());
        model.problem().subscribe(() -> showState());
        model.isRead().subscribe(() -> showState());
        texts.language().subscribe(this::showComparisons);
        new FileDrop(null, this::drop).on(panel);
    }

    private void drop(List<Path> files) {
        if (model.screen().get() != ReviewScreen.ORDER) {
            model.begin();
        }
        model.order().drop(files);
    }

    private void show(ReviewScreen screen) {
        for (Node node : new Node[] {looking, order, blind}) {
            node.setVisible(false);
        }
        Node shown =
                switch (screen) {
                    case COMPARISON -> looking;
                    case ORDER -> order;
                    case BLIND -> blind;
                };
        shown.setVisible(true);
        if (screen == ReviewScreen.BLIND) {
            // Its keys are heard where the focus is.
            blind.requestFocus();
        }
    }

    private void showComparisons() {
        comparisons.getItems().setAll(model.comparisons().stream().map(this::item).toList());
        comparisons.setVisible(!comparisons.getItems().isEmpty());
        showState();
    }

    private MenuItem item(ComparisonSummary summary) {
        MenuItem item =
                new MenuItem(
                        texts.say("review.item", summary.name(), summary.made(), summary.cells()));
        item.setOnAction(_ -> model.open(summary.folder()));
        return item;
    }

    private void showState() {
        OpenComparison open = model.opened().get();
        boolean isRead = model.isRead().get();
        boolean failed = model.problem().get() != null;
        comparisons.setText(open == null ? texts.say("review.choose") : open.name());
        header.setState(
                open == null
                        ? texts.say("review.state-none")
                        : texts.say("review.state", open.made().size(), open.count()));
        problem.setVisible(failed);
        reading.setVisible(!isRead && open == null && !failed);
        empty.setVisible(isRead && open == null && !failed);
        columns.setVisible(open != null);
        export.setDisable(open == null || open.made().isEmpty());
        vote.setDisable(open == null || open.made().isEmpty());
    }
}
