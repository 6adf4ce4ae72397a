package atelier.ui.restoration;

import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestoredFace;
import atelier.ui.component.SplitEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A picture before and after, one on either side of a line that is dragged or moved by the arrow
 * keys, with frames around the faces. While B is held, only what was before is seen; plus, minus
 * and the wheel zoom. A face is switched by a click on it, or by its number from 1 to 9.
 */
public final class BeforeAfterView extends Pane {

    private static final double STEP = 0.01;
    private static final double MIDDLE = 0.5;
    private static final double MARGIN = 8;
    private static final int MOST_NUMBERS = 9;
    private static final String LEFT = "left";
    private static final double CLOSER = 1.25;
    private static final double CLOSEST = 8;

    /** So near to the line a click is meant for it. */
    private static final double GRIP = 18;

    private final ImageView before = new ImageView();
    private final ImageView after = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final SplitEdge edge = new SplitEdge();
    private final Group frames = new Group();
    private final List<Label> numbers = new ArrayList<>();
    private List<RestoredFace> faces = List.of();
    private double sourceWidth = 1;
    private IntConsumer onFace = _ -> {};
    private boolean blinking;
    private double zoom = 1;
    private double middleX = MIDDLE;
    private double middleY = MIDDLE;

    /** Shows nothing. */
    public BeforeAfterView() {
        getStyleClass().add("well");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setMinSize(0, 0);
        after.setClip(clip);
        frames.setMouseTransparent(true);
        frames.setManaged(false);
        getChildren().addAll(before, after, frames);
        getChildren().addAll(edge.nodes());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressedAt);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(
                KeyEvent.KEY_RELEASED,
                event -> {
                    if (event.getCode() == KeyCode.B) {
                        blink(false);
                    }
                });
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        focusedProperty().subscribe(() -> blink(false));
        Rectangle edges = new Rectangle();
        edges.widthProperty().bind(widthProperty());
        edges.heightProperty().bind(heightProperty());
        setClip(edges);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(edge.share() - STEP);
            case RIGHT -> move(edge.share() + STEP);
            case B -> blink(true);
            case PLUS, EQUALS, ADD -> zoom(CLOSER, getWidth() / 2, getHeight() / 2);
            case MINUS, SUBTRACT -> zoom(1 / CLOSER, getWidth() / 2, getHeight() / 2);
            default -> {
                if (!number(event.getText())) {
                    return;
                }
            }
        }
        event.consume();
    }

    /** Whether a face of that number is there; it is switched then. */
    private boolean number(String typed) {
        int place = typed.length() == 1 ? typed.charAt(0) - '1' : -1;
        boolean there = place >= 0 && place < Math.min(MOST_NUMBERS, faces.size());
        if (there) {
            onFace.accept(place);
        }
        return there;
    }

    /**
     * What is done when a face is switched.
     *
     * @param action hears its place among the faces
     */
    void setOnFace(IntConsumer action) {
        onFace = action;
    }

    /** Shows whether a face is left alone. */
    void leave(int place, boolean left) {
        frame(place).getStyleClass().remove(LEFT);
        if (left) {
            frame(place).getStyleClass().add(LEFT);
        }
    }

    /** A press on a face may become a click on it. */
    private void pressedAt(MouseEvent event) {
        requestFocus();
        if (faceAt(event.getX(), event.getY()) < 0) {
            dragged(event);
        }
    }

    private void clicked(MouseEvent event) {
        int face = faceAt(event.getX(), event.getY());
        if (event.isStillSincePress() && face >= 0) {
            onFace.accept(face);
        }
    }

    /** The place of the smallest face there; -1 for none. */
    private int faceAt(double x, double y) {
        boolean onLine =
                after.isVisible() && Math.abs(x - before.getLayoutX() - clip.getX()) < GRIP;
        for (int i = faces.size() - 1; i >= 0 && frames.isVisible() && !onLine; i--) {
            if (frame(i).contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    private Rectangle frame(int place) {
        return (Rectangle) frames.getChildren().get(2 * place);
    }

    private void dragged(MouseEvent event) {
        Image image = before.getImage();
        if (image != null && after.getImage() != null && before.getFitWidth() > 0) {
            move((event.getX() - before.getLayoutX()) / before.getFitWidth());
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && before.getImage() != null) {
            zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, event.getX(), event.getY());
            event.consume();
        }
    }

    /** Comes closer or goes away; what is at a place stays there. */
    private void zoom(double by, double x, double y) {
        double now = Math.clamp(zoom * by, 1, CLOSEST);
        double width = before.getFitWidth();
        double height = before.getFitHeight();
        if (width > 0 && height > 0) {
            double wider = width * now / zoom;
            double higher = height * now / zoom;
            double left = x - (x - before.getLayoutX()) / width * wider;
            double top = y - (y - before.getLayoutY()) / height * higher;
            middleX = (getWidth() / 2 - left) / wider;
            middleY = (getHeight() / 2 - top) / higher;
        }
        zoom = now;
        requestLayout();
    }

    /** How close the picture is seen: 1 is all of it. */
    double zoom() {
        return zoom;
    }

    private void move(double to) {
        edge.move(to);
        requestLayout();
    }

    /** Shows only what was before, or both again. */
    void blink(boolean on) {
        blinking = on;
        requestLayout();
    }

    /** Where the line is, from 0 at the left to 1. */
    double share() {
        return edge.share();
    }

    /**
     * Shows another picture, of which nothing is read yet.
     *
     * @param width of the picture before, in pixels
     * @param found its faces, in its pixels
     */
    void begin(double width, List<RestoredFace> found) {
        before.setImage(null);
        after.setImage(null);
        edge.centre();
        zoom = 1;
        sourceWidth = Math.max(1, width);
        faces = List.copyOf(found);
        frames.getChildren().clear();
        numbers.clear();
        for (int i = 0; i < faces.size(); i++) {
            Rectangle frame = new Rectangle();
            frame.getStyleClass().addAll("face-frame", tone(faces.get(i)));
            Label number = new Label(Integer.toString(i + 1));
            number.getStyleClass().add("badge");
            numbers.add(number);
            frames.getChildren().addAll(frame, number);
        }
        requestLayout();
    }

    private static String tone(RestoredFace face) {
        if (face.isLost()) {
            return "lost";
        }
        return face.outcome() == FaceOutcome.RESTORED ? "better" : "same";
    }

    /** The picture before is read; null where it cannot be. */
    void showBefore(@Nullable Image image) {
        before.setImage(image);
        requestLayout();
    }

    /** The picture after is read; null where there is none. */
    void showAfter(@Nullable Image image) {
        after.setImage(image);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = before.getImage();
        boolean both = image != null && after.getImage() != null;
        boolean divided = both && !blinking;
        after.setVisible(divided);
        edge.show(divided);
        frames.setVisible(image != null && !blinking);
        if (image == null) {
            return;
        }
        double scale =
                zoom
                        * Math.min(
                                (getWidth() - 2 * MARGIN) / image.getWidth(),
                                (getHeight() - 2 * MARGIN) / image.getHeight());
        double width = Math.max(1, Math.floor(image.getWidth() * scale));
        double height = Math.max(1, Math.floor(image.getHeight() * scale));
        double left = begin(getWidth(), width, middleX);
        double top = begin(getHeight(), height, middleY);
        for (ImageView view : new ImageView[] {before, after}) {
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.relocate(left, top);
        }
        double x = Math.round(width * edge.share());
        clip.setX(x);
        clip.setWidth(Math.max(0, width - x));
        clip.setHeight(height);
        edge.lay(left + x, top, top + height, Math.max(top, 0) + Math.min(height, getHeight()) / 4);
        layFrames(left, top, width / sourceWidth);
    }

    /** Where a length begins of which that place is in the middle of the room, if it is longer. */
    private static double begin(double room, double length, double middle) {
        return Math.floor(
                length <= room
                        ? (room - length) / 2
                        : Math.clamp(room / 2 - middle * length, room - length, 0));
    }

    private void layFrames(double left, double top, double scale) {
        for (int i = 0; i < faces.size(); i++) {
            FaceBox box = faces.get(i).face().box();
            Rectangle frame = frame(i);
            frame.setX(left + box.left() * scale);
            frame.setY(top + box.top() * scale);
            frame.setWidth(box.width() * scale);
            frame.setHeight(box.height() * scale);
            Label number = numbers.get(i);
            number.applyCss();
            number.autosize();
            number.relocate(frame.getX(), Math.max(top, frame.getY() - number.getHeight() - 2));
        }
    }
}
