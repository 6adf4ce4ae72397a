package atelier.ui.generation;

import atelier.model.library.CharacterRecord;
import atelier.model.library.ImageRecord;
import atelier.ui.component.EmptyState;
import atelier.ui.component.FilterChip;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.ImageCell;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The middle: the batch that runs, and the gallery below it. */
public final class GalleryController {

    private static final double GAP = 12;
    private static final double HIGHEST = 0.42;

    private final GenerationModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final Consumer<Path> restore;

    @FXML private VBox now;
    @FXML private Label nowState;
    @FXML private HBox running;
    @FXML private FlowPane filters;
    @FXML private Button restoreOne;
    @FXML private TextField search;
    @FXML private ImageGrid<ImageRecord> grid;
    @FXML private EmptyState empty;
    @FXML private Button example;
    @FXML private EmptyState nothing;
    @FXML private StackPane viewer;

    /**
     * Shows what that model holds.
     *
     * @param restore goes to the restoration of an image
     */
    public GalleryController(
            GenerationModel model, Texts texts, Thumbnails thumbnails, Consumer<Path> restore) {
        this.restore = restore;
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        GalleryModel gallery = model.gallery();
        search.textProperty().bindBidirectional(gallery.words());
        restoreOne.setOnAction(_ -> restore());
        restoreOne.disableProperty().bind(gallery.chosen().isNull());
        grid.show(gallery.shown(), () -> new ImageCell(thumbnails, gallery::path));
        grid.chosenProperty().bindBidirectional(gallery.chosen());
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        grid.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                view();
            }
        });
        viewer.managedProperty().bind(viewer.visibleProperty());
        viewer.setOnMouseClicked(_ -> closeViewer());
        viewer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInViewer);
        for (GalleryFilter filter : GalleryFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        now.managedProperty().bind(now.visibleProperty());
        now.visibleProperty().bind(Bindings.isNotEmpty(model.running().cells()));
        nowState.textProperty().bind(texts.follow(model.running().state()));
        model.running().cells().subscribe(this::showRunning);
        running.widthProperty().subscribe(this::showRunning);
        texts.language().subscribe(this::showRunning);
        empty.titleProperty().bind(texts.follow(Phrase.of("gen.empty")));
        empty.detailProperty().bind(texts.follow(Phrase.of("gen.empty-detail")));
        example.setOnAction(_ -> model.form().prompt().set(texts.say("gen.example")));
        gallery.readings().subscribe(this::showStates);
    }

    private void showStates() {
        boolean none = model.gallery().shown().isEmpty();
        boolean any = model.gallery().count(GalleryFilter.ALL) > 0;
        boolean asked = any || !model.gallery().words().get().isBlank();
        grid.setVisible(!none);
        empty.setVisible(none && !asked);
        nothing.setVisible(none && asked);
    }

    private ToggleButton chip(GalleryFilter filter) {
        GalleryModel gallery = model.gallery();
        ToggleButton chip = FilterChip.of("gallery-" + filter.id(), filter, gallery.filter());
        if (filter == GalleryFilter.LIKED) {
            chip.setGraphic(Icons.of("heart"));
        }
        Runnable count =
                () -> {
                    CharacterRecord character = gallery.character().get();
                    boolean own = filter == GalleryFilter.CHARACTER;
                    chip.setVisible(!own || character != null);
                    if (!own) {
                        chip.setText(texts.say("gallery." + filter.id(), gallery.count(filter)));
                    } else if (character != null) {
                        chip.setText(
                                texts.say(
                                        "gallery.character",
                                        character.name(),
                                        gallery.count(filter)));
                    }
                };
        gallery.readings().subscribe(count);
        texts.language().subscribe(count);
        return chip;
    }

    private void showRunning() {
        List<RunCell> cells = model.running().cells();
        double room = running.getWidth();
        if (cells.isEmpty() || room <= 0) {
            running.getChildren().clear();
            return;
        }
        double width = Math.floor((room - GAP * (RunningModel.ACROSS - 1)) / RunningModel.ACROSS);
        double ratio = (double) cells.getFirst().height() / cells.getFirst().width();
        double most = viewer.getParent().getLayoutBounds().getHeight() * HIGHEST;
        double height = most > 0 ? Math.min(width * ratio, most) : width * ratio;
        List<Region> views = new ArrayList<>();
        for (RunCell cell : cells) {
            double own = Math.min(width, height / ratio);
            views.add(
                    new RunCellView(cell, Math.floor(own), Math.floor(height), thumbnails, texts));
        }
        running.getChildren().setAll(views);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            view();
            event.consume();
        }
    }

    /** Shows the chosen image as large as fits. */
    private void view() {
        ImageRecord image = model.gallery().chosen().get();
        if (image == null) {
            return;
        }
        ImageView picture = new ImageView();
        double width = viewer.getParent().getLayoutBounds().getWidth();
        double height = viewer.getParent().getLayoutBounds().getHeight();
        double scale =
                image.width() == 0 ? 1 : Math.min(width / image.width(), height / image.height());
        thumbnails.ask(
                model.gallery().path(image),
                (int) Math.max(1, scale * Math.max(1, image.width())),
                (int) Math.max(1, scale * Math.max(1, image.height())),
                picture::setImage);
        viewer.getChildren().setAll(picture);
        viewer.setVisible(true);
        viewer.setFocusTraversable(true);
        viewer.requestFocus();
    }

    private void pressedInViewer(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE, SPACE -> closeViewer();
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        List<ImageRecord> shown = model.gallery().shown();
        int next = shown.indexOf(model.gallery().chosen().get()) + by;
        if (next >= 0 && next < shown.size()) {
            grid.choose(shown.get(next));
            view();
        }
    }

    private void closeViewer() {
        viewer.setVisible(false);
        viewer.getChildren().clear();
        ImageRecord image = model.gallery().chosen().get();
        if (image != null) {
            grid.choose(image);
        }
    }

    /** Goes on to the restoration of the chosen image. */
    void restore() {
        ImageRecord image = model.gallery().chosen().get();
        if (image != null) {
            restore.accept(model.gallery().path(image));
        }
    }

    /** Gives the search field the focus. */
    void find() {
        search.requestFocus();
    }
}
