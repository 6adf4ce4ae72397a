package atelier.ui.dataset;

import atelier.model.dataset.SourceCrop;
import atelier.model.restoration.DetectedFace;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A picture with what training cuts off under a veil, thirds to judge the rest by, and over it its
 * mask or its faces.
 */
public final class CropView extends Pane {

    private static final double MARGIN = 8;

    private final ImageView picture = new ImageView();
    private final List<Rectangle> veil = List.of(veil(), veil(), veil(), veil());
    private final ImageView mask = new ImageView();
    private final FaceMarks faces = new FaceMarks();
    private final Rectangle frame = new Rectangle();
    private final List<Line> thirds = List.of(third(), third(), third(), third());
    private final Group over = new Group();
    private @Nullable SourceCrop crop;
    private double fullWidth = 1;

    /** Empty. */
    public CropView() {
        getStyleClass().add("well");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        frame.getStyleClass().add("crop-frame");
        frame.setFill(null);
        over.getChildren().addAll(veil);
        over.getChildren().add(frame);
        over.getChildren().addAll(thirds);
        over.setMouseTransparent(true);
        mask.setMouseTransparent(true);
        getChildren().addAll(picture, mask, over, faces);
    }

    private static Rectangle veil() {
        Rectangle veil = new Rectangle();
        veil.getStyleClass().add("crop-veil");
        return veil;
    }

    private static Line third() {
        Line line = new Line();
        line.getStyleClass().add("crop-third");
        return line;
    }

    /** Shows nothing. */
    void clear() {
        picture.setImage(null);
        crop = null;
        requestLayout();
    }

    /**
     * Shows a picture.
     *
     * @param image a smaller copy of it
     * @param width of the picture itself, in pixels
     * @param kept what training takes of it; null for nothing
     */
    void show(Image image, double width, @Nullable SourceCrop kept) {
        picture.setImage(image);
        fullWidth = width;
        crop = kept;
        requestLayout();
    }

    /**
     * Lays something over the picture.
     *
     * @param tint of its mask; null for none
     * @param found faces, in its own pixels
     */
    void lay(@Nullable Image tint, List<DetectedFace> found) {
        mask.setImage(tint);
        faces.show(found);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = picture.getImage();
        over.setVisible(image != null && crop != null);
        mask.setVisible(image != null);
        faces.setVisible(image != null);
        if (image == null) {
            return;
        }
        double scale =
                Math.min(
                        (getWidth() - 2 * MARGIN) / image.getWidth(),
                        (getHeight() - 2 * MARGIN) / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double left = (getWidth() - width) / 2;
        double top = (getHeight() - height) / 2;
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.relocate(left, top);
        mask.setFitWidth(width);
        mask.setFitHeight(height);
        mask.relocate(left, top);
        faces.lay(left, top, width / fullWidth);
        if (crop != null) {
            double part = width / fullWidth;
            place(
                    frame,
                    left + crop.left() * part,
                    top + crop.top() * part,
                    crop.width() * part,
                    crop.height() * part);
            placeVeil(left, top, left + width, top + height);
            placeThirds();
        }
    }

    private void placeVeil(double left, double top, double right, double bottom) {
        double frameRight = frame.getX() + frame.getWidth();
        double frameBottom = frame.getY() + frame.getHeight();
        place(veil.get(0), left, top, right - left, frame.getY() - top);
        place(veil.get(1), left, frameBottom, right - left, bottom - frameBottom);
        place(veil.get(2), left, frame.getY(), frame.getX() - left, frame.getHeight());
        place(veil.get(3), frameRight, frame.getY(), right - frameRight, frame.getHeight());
    }

    private void placeThirds() {
        for (int third = 1; third < 3; third++) {
            double x = frame.getX() + third * frame.getWidth() / 3;
            double y = frame.getY() + third * frame.getHeight() / 3;
            place(thirds.get(third - 1), x, frame.getY(), x, frame.getY() + frame.getHeight());
            place(thirds.get(third + 1), frame.getX(), y, frame.getX() + frame.getWidth(), y);
        }
    }

    private static void place(Rectangle one, double x, double y, double width, double height) {
        one.setX(x);
        one.setY(y);
        one.setWidth(Math.max(0, width));
        one.setHeight(Math.max(0, height));
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
