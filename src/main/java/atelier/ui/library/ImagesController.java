package atelier.ui.library;

import atelier.model.library.ImageRecord;
import atelier.ui.component.EmptyState;
import atelier.ui.component.FilterChip;
import atelier.ui.component.ImageGrid;
import atelier.ui.picture.ImageCell;
import atelier.ui.picture.Thumbnails;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The middle of the images: all of them, the newest first. */
public final class ImagesController {

    private final LibraryModel model;
    private final Texts texts;
    private final Thumbnails thumbnails;

    @FXML private FlowPane filters;
    @FXML private ImageGrid<ImageRecord> grid;
    @FXML private EmptyState empty;

    /** Shows the images of that model. */
    public ImagesController(LibraryModel model, Texts texts, Thumbnails thumbnails) {
        this.model = model;
        this.texts = texts;
        this.thumbnails = thumbnails;
    }

    @FXML
    void initialize() {
        ImagesModel images = model.images();
        grid.show(images.things().shown(), () -> new ImageCell(thumbnails, images::path));
        grid.chosenProperty().bindBidirectional(images.things().chosen());
        for (ImageFilter filter : ImageFilter.values()) {
            filters.getChildren().add(chip(filter));
        }
        images.things().readings().subscribe(this::showStates);
        texts.language().subscribe(this::showStates);
        showStates();
    }

    private void showStates() {
        boolean none = model.images().things().shown().isEmpty();
        boolean asked =
                !model.words().get().isBlank() || model.images().filter().get() != ImageFilter.ALL;
        grid.setVisible(!none);
        empty.setVisible(none);
        empty.setIcon(asked ? "search" : "image");
        empty.setTitle(texts.say(asked ? "gallery.nothing" : "library.no-images"));
        empty.setDetail(texts.say(asked ? "gallery.nothingDetail" : "library.no-images-detail"));
    }

    private ToggleButton chip(ImageFilter filter) {
        ImagesModel images = model.images();
        ToggleButton chip = FilterChip.of("images-" + filter.id(), filter, images.filter());
        switch (filter) {
            case ALL -> chip.setGraphic(null);
            case LIKED -> chip.setGraphic(Icons.of("heart"));
            case DISLIKED -> chip.setGraphic(Icons.of("thumbs-down"));
            case FAVOURITES -> chip.setGraphic(Icons.of("bookmark"));
            case BEST -> chip.setGraphic(Icons.of("star"));
        }
        Runnable count =
                () ->
                        chip.setText(
                                texts.say("library.filter-" + filter.id(), images.count(filter)));
        images.things().readings().subscribe(count);
        texts.language().subscribe(count);
        count.run();
        return chip;
    }
}
