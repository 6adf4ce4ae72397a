package atelier.ui.firststart;

import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Pictures in four columns, as large as fit into a square. */
public final class SheetView extends Pane {

    private static final int ACROSS = 4;
    private static final double GAP = 8;
    private static final double ROUND = 12;
    private static final int PIXELS = 272;

    private final List<Tile> tiles = new ArrayList<>();

    /** Empty. */
    public SheetView() {
        getStyleClass().add("sheet");
    }

    /** Shows cells; what did not change stays. */
    void show(List<SheetCell> cells, Thumbnails thumbnails, Texts texts) {
        while (tiles.size() < cells.size()) {
            Tile tile = new Tile();
            tiles.add(tile);
            getChildren().add(tile);
        }
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).setVisible(i < cells.size());
            if (i < cells.size()) {
                tiles.get(i).show(cells.get(i), thumbnails, texts);
            }
        }
    }

    /** As high as it is wide. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return ACROSS * PIXELS / 2.0 + (ACROSS - 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? computePrefWidth(-1) : width;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.floor((Math.min(getWidth(), getHeight()) - (ACROSS - 1) * GAP) / ACROSS);
        for (int i = 0; i < tiles.size(); i++) {
            int row = i / ACROSS;
            int column = i % ACROSS;
            tiles.get(i).resizeRelocate(column * (side + GAP), row * (side + GAP), side, side);
        }
    }

    /** A picture. */
    private static final class Tile extends StackPane {

        private final ImageView view = new ImageView();
        private final Rectangle clip = new Rectangle();
        private @Nullable SheetCell shown;
        private Thumbnails.@Nullable Request request;

        Tile() {
            getStyleClass().add("tile");
            clip.setArcWidth(ROUND);
            clip.setArcHeight(ROUND);
            view.setClip(clip);
        }

        void show(SheetCell cell, Thumbnails thumbnails, Texts texts) {
            if (cell.equals(shown)) {
                return;
            }
            shown = cell;
            if (request != null) {
                request.callOff();
                request = null;
            }
            getStyleClass().removeAll("drawn", "waiting");
            getChildren().setAll(view);
            setAccessibleText(texts.say(cell.drawn() ? "first.drawn-picture" : "first.picture"));
            if (cell.drawn()) {
                getStyleClass().add("drawn");
            }
            if (cell.file() != null) {
                request = thumbnails.ask(cell.file(), PIXELS, PIXELS, view::setImage);
            } else if (cell.live() != null) {
                view.setImage(
                        Thumbnails.image(
                                cell.live().width(), cell.live().height(), cell.live().rgb()));
            } else {
                view.setImage(null);
                getStyleClass().add("waiting");
                Label waiting = new Label("", Icons.of("clock", Icons.RAIL));
                waiting.getStyleClass().add("quiet");
                getChildren().add(waiting);
            }
        }

        @Override
        protected void layoutChildren() {
            view.setFitWidth(getWidth());
            view.setFitHeight(getHeight());
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            super.layoutChildren();
        }
    }
}
