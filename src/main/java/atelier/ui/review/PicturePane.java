package atelier.ui.review;

import atelier.ui.picture.Thumbnails;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A picture as large as fits, or the part of it that is zoomed to, with its name on it. */
final class PicturePane extends Region {

    private static final int MOST = 2048;
    private static final double MARGIN = 8;

    private final Thumbnails thumbnails;
    private final Zoom zoom;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private Thumbnails.@Nullable Request request;
    private @Nullable Object key;
    private @Nullable Path file;
    private boolean nameAtRight;

    PicturePane(Thumbnails thumbnails, Zoom zoom) {
        this.thumbnails = thumbnails;
        this.zoom = zoom;
        getStyleClass().add("picture-pane");
        view.setSmooth(true);
        name.getStyleClass().add("badge");
        name.visibleProperty().bind(name.textProperty().isNotEmpty());
        name.setManaged(false);
        name.setAlignment(Pos.CENTER);
        getChildren().addAll(view, name);
        zoom.changes().subscribe(this::requestLayout);
        ZoomGestures.on(this, zoom, () -> key, true);
    }

    /**
     * Shows a picture.
     *
     * @param shown what it is, for the zoom of one alone
     * @param picture its file; null where it is not made
     * @param words its name
     */
    void show(Object shown, @Nullable Path picture, String words) {
        key = shown;
        name.setText(words);
        setAccessibleText(words);
        if (picture == null || !picture.equals(file)) {
            callOff();
            file = picture;
            view.setImage(null);
            if (picture != null) {
                request = thumbnails.askWhole(picture, MOST, this::show);
            }
        }
        requestLayout();
    }

    /** Shows an image that lies in no file. */
    void showImage(Object shown, Image image, String words) {
        callOff();
        key = shown;
        file = null;
        name.setText(words);
        setAccessibleText(words);
        show(image);
    }

    private void show(@Nullable Image image) {
        view.setImage(image);
        requestLayout();
    }

    private void callOff() {
        if (request != null) {
            request.callOff();
            request = null;
        }
    }

    /** Puts its name at the right, as its left is covered. */
    void putNameRight() {
        nameAtRight = true;
        requestLayout();
    }

    /** Where the picture is in it: left, top, width and height. */
    double[] frame() {
        Image image = view.getImage();
        double width = getWidth();
        double height = getHeight();
        if (image == null || image.getWidth() == 0 || width <= 0 || height <= 0) {
            return new double[] {0, 0, width, height};
        }
        double scale = Math.min(width / image.getWidth(), height / image.getHeight());
        double wide = Math.floor(image.getWidth() * scale);
        double high = Math.floor(image.getHeight() * scale);
        return new double[] {
            Math.floor((width - wide) / 2), Math.floor((height - high) / 2), wide, high
        };
    }

    @Override
    protected void layoutChildren() {
        double[] frame = frame();
        Image image = view.getImage();
        Object shown = key;
        if (image != null && shown != null) {
            view.setViewport(zoom.part(shown, image.getWidth(), image.getHeight()));
            view.setFitWidth(frame[2]);
            view.setFitHeight(frame[3]);
            view.relocate(frame[0], frame[1]);
        }
        name.applyCss();
        name.autosize();
        double left =
                nameAtRight ? frame[0] + frame[2] - MARGIN - name.getWidth() : frame[0] + MARGIN;
        name.relocate(left, frame[1] + MARGIN);
    }
}
