package atelier.ui.review;

import atelier.ui.component.KeyCap;
import atelier.ui.component.Keys;
import atelier.ui.component.Segments;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The middle: the cells, all of them or a few. */
public final class CellsController {

    private final ReviewModel model;
    private final CellsModel cells;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final ObjectProperty<ReviewView> chosenView =
            new SimpleObjectProperty<>(ReviewView.GRID);

    @FXML private Segments views;
    @FXML private ComboBox<ScoreChoice> score;
    @FXML private ToggleSwitch together;
    @FXML private Slider side;
    @FXML private StackPane content;
    @FXML private FlowPane keys;

    /** Shows the cells of that model. */
    public CellsController(ReviewModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.cells = model.cells();
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        for (ReviewView view : ReviewView.values()) {
            views.add(
                    "review-" + view.id(),
                    texts.follow(Phrase.of("review.view-" + view.id())),
                    view.icon(),
                    view,
                    chosenView);
        }
        chosenView.subscribe((_, now) -> {
            if (now != cells.view().get()) {
                cells.look(now);
            }
        });
        cells.view().subscribe(chosenView::set);
        ScoreBox.begin(score, cells, texts);
        together.selectedProperty().bindBidirectional(cells.zoom().together());
        side.setMin(CellsModel.LEAST);
        side.setMax(CellsModel.MOST);
        side.valueProperty().bindBidirectional(cells.side());
        GridNames names = new GridNames(cells, texts);
        ComparisonGrid grid =
                new ComparisonGrid(
                        cells,
                        () -> new CellView(thumbnails, texts, cells.zoom()),
                        names,
                        cells.chosen()::set);
        grid.setId("review-cells");
        StageView stage = new StageView(cells, model.stage(), texts, thumbnails);
        content.getChildren().setAll(grid, stage);
        follow(grid, names);
        showKeys();
        texts.language().subscribe(this::showKeys);
    }

    /** Gives the keys to what is shown of the cells. */
    void focus() {
        content.getChildren().stream()
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void follow(ComparisonGrid grid, GridNames names) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        cells.lookClosely();
                    }
                });
        cells.open()
                .subscribe((before, now) -> {
                    if (now == null || !now.isSame(before)) {
                        names.forget();
                    }
                    grid.arrange();
                });
        texts.language()
                .subscribe(() -> {
                    names.forget();
                    grid.arrange();
                });
        cells.side().subscribe(grid::arrange);
        cells.changes().subscribe(grid::refresh);
        cells.zoom().changes().subscribe(grid::refresh);
        cells.chosen()
                .subscribe(cell -> {
                    if (cell != null) {
                        grid.setAccessibleText(names.spoken(cell));
                        grid.reveal(cell);
                    }
                });
        cells.view()
                .subscribe(view -> {
                    grid.setVisible(view == ReviewView.GRID);
                    focus();
                });
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> cells.move(-1, 0);
            case RIGHT -> cells.move(1, 0);
            case UP -> cells.move(0, -1);
            case DOWN -> cells.move(0, 1);
            case PAGE_UP -> cells.move(0, -5);
            case PAGE_DOWN -> cells.move(0, 5);
            case HOME -> cells.move(-Integer.MAX_VALUE / 2, 0);
            case END -> cells.move(Integer.MAX_VALUE / 2, 0);
            case SPACE, ENTER -> cells.lookClosely();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showKeys() {
        keys.getChildren()
                .setAll(
                        List.of(
                                key("review.hint-move", "Up", "Down", "Left", "Right"),
                                key("review.hint-space", "Space"),
                                key("review.hint-star", "S"),
                                key("review.hint-rate", "1–5"),
                                key("review.hint-difference", "D"),
                                key("review.hint-zoom", "Z")));
    }

    private HBox key(String words, String... caps) {
        HBox box = new HBox(4);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (String cap : caps) {
            box.getChildren().add(KeyCap.of(new Keys(cap)));
        }
        Label label = new Label(texts.say(words));
        label.getStyleClass().addAll("quiet", "small-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().add(label);
        return box;
    }
}
