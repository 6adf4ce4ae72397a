package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.PictureDifference;
import atelier.ui.component.EmptyState;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A few cells as large as fits: side by side, one over the other, in turn, or their difference. */
final class StageView extends StackPane {

    private static final int MOST = 12;
    private static final double EDGE_STEP = 0.01;

    private final CellsModel cells;
    private final StageModel stage;
    private final Texts texts;
    private final List<PicturePane> panes;
    private final PicturePane heat;
    private final Tiles tiles = new Tiles();
    private final CurtainView curtain;
    private final BlinkView blink;
    private final BooleanProperty blinks = new SimpleBooleanProperty();
    private final HeatLegend legend;
    private final EmptyState empty = new EmptyState();
    private final VBox tiled = new VBox(8, tiles);

    StageView(CellsModel cells, StageModel stage, Texts texts, Thumbnails thumbnails) {
        this.cells = cells;
        this.stage = stage;
        this.texts = texts;
        Zoom zoom = cells.zoom();
        panes =
                IntStream.range(0, MOST + 4)
                        .mapToObj(_ -> new PicturePane(thumbnails, zoom))
                        .toList();
        heat = new PicturePane(thumbnails, zoom);
        curtain = new CurtainView(panes.get(MOST), panes.get(MOST + 1));
        blink = new BlinkView(panes.get(MOST + 2), panes.get(MOST + 3), blinks);
        legend = new HeatLegend(texts);
        empty.setIcon("columns");
        VBox.setVgrow(tiles, Priority.ALWAYS);
        setMinSize(0, 0);
        setId("review-stage");
        getStyleClass().add("stage-view");
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // At once, so that it can take the keys.
        cells.view().subscribe(this::show);
        cells.changes().subscribe(this::show);
        stage.difference().subscribe(this::show);
        texts.language().subscribe(this::show);
        setOnMousePressed(_ -> requestFocus());
    }

    private void pressed(KeyEvent event) {
        boolean curtained = cells.view().get() == ReviewView.SLIDER;
        double step = event.isShiftDown() ? EDGE_STEP * 10 : EDGE_STEP;
        switch (event.getCode()) {
            case LEFT -> {
                if (curtained) {
                    curtain.move(-step);
                } else {
                    cells.move(-1, 0);
                }
            }
            case RIGHT -> {
                if (curtained) {
                    curtain.move(step);
                } else {
                    cells.move(1, 0);
                }
            }
            case UP -> cells.move(0, -1);
            case DOWN -> cells.move(0, 1);
            case ESCAPE, SPACE -> cells.look(ReviewView.GRID);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show() {
        ReviewView view = cells.view().get();
        OpenComparison open = cells.open().get();
        blinks.set(view == ReviewView.BLINK && open != null);
        setVisible(view != ReviewView.GRID && open != null);
        if (!isVisible() || open == null) {
            return;
        }
        List<Cell> shown = view == ReviewView.SIDE ? cells.beside() : cells.pair();
        boolean pair = view != ReviewView.SIDE;
        if (shown.size() < (pair ? 2 : 1)) {
            empty.setTitle(texts.say("review.choose-cell"));
            empty.setDetail(texts.say("review.choose-cell-detail"));
            getChildren().setAll(empty);
            return;
        }
        switch (view) {
            case SIDE -> showTiles(open, shown);
            case SLIDER -> showPair(open, shown, MOST, curtain);
            case BLINK -> showPair(open, shown, MOST + 2, blink);
            case DIFFERENCE -> showDifference(open, shown);
            case GRID -> throw new IllegalStateException("the grid is no stage");
        }
    }

    private double shape(OpenComparison open) {
        return (double) open.comparison().settings().height()
                / open.comparison().settings().width();
    }

    private void show(OpenComparison open, Cell cell, PicturePane pane) {
        ReviewWords words = new ReviewWords(texts, open.comparison().axes());
        String name =
                open.has(cell)
                        ? words.column(cell.column())
                        : texts.say("review.not-made", words.column(cell.column()));
        pane.show(cell, open.has(cell) ? open.file(cell) : null, name);
    }

    private void showTiles(OpenComparison open, List<Cell> shown) {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, shown.size()); i++) {
            show(open, shown.get(i), panes.get(i));
            all.add(panes.get(i));
        }
        tiles.show(all, shape(open));
        tiled.getChildren().setAll(tiles);
        only(tiled);
    }

    private void showPair(OpenComparison open, List<Cell> pair, int first, Node in) {
        show(open, pair.get(0), panes.get(first));
        show(open, pair.get(1), panes.get(first + 1));
        only(in);
    }

    private void showDifference(OpenComparison open, List<Cell> pair) {
        show(open, pair.get(0), panes.get(0));
        show(open, pair.get(1), panes.get(1));
        PictureDifference difference = stage.difference().get();
        String name = texts.say("review.view-difference");
        if (difference == null) {
            heat.show(this, null, name);
        } else {
            heat.showImage(
                    this,
                    Thumbnails.image(difference.width(), difference.height(), difference.rgb()),
                    name);
        }
        legend.show(difference);
        tiles.show(List.of(panes.get(0), panes.get(1), heat), shape(open));
        tiled.getChildren().setAll(tiles, legend);
        only(tiled);
    }

    private void only(Node node) {
        if (!getChildren().equals(List.of(node))) {
            getChildren().setAll(node);
        }
    }
}
