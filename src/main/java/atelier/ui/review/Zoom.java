package atelier.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Which part of each picture is seen: the same part of all of them, so that they can be compared,
 * or a part of one alone.
 */
public final class Zoom {

    /** The whole picture. */
    static final double LEAST = 1;

    /** A sixteenth of its width. */
    static final double MOST = 16;

    private static final double CLOSE = 3;
    private static final double HALF = 0.5;

    private final BooleanProperty together = new SimpleBooleanProperty(true);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private @Nullable Object owner;
    private double scale = LEAST;
    private double middleX = HALF;
    private double middleY = HALF;

    /** The whole of each picture. */
    Zoom() {
        together.subscribe((_, _) -> changed());
    }

    /**
     * Comes closer, or goes away, so that one place stays where it is.
     *
     * @param picture which it is done on
     * @param x of the place in what is seen, from 0 at the left to 1
     * @param y of it, from 0 at the top to 1
     * @param factor above 1 to come closer
     */
    void by(Object picture, double x, double y, double factor) {
        take(picture);
        double before = scale;
        scale = Math.clamp(scale * factor, LEAST, MOST);
        double moved = 1 / before - 1 / scale;
        move(middleX + (x - HALF) * moved, middleY + (y - HALF) * moved);
    }

    /**
     * Moves what is seen.
     *
     * @param picture which it is done on
     * @param x to the right, in widths of what is seen
     * @param y down, in heights of it
     */
    void pan(Object picture, double x, double y) {
        take(picture);
        move(middleX + x / scale, middleY + y / scale);
    }

    /** Shows the whole of the pictures, or where that is shown comes close. */
    void toggle(Object picture) {
        if (isWhole()) {
            by(picture, HALF, HALF, CLOSE);
        } else {
            reset();
        }
    }

    /** Shows the whole of each picture. */
    void reset() {
        scale = LEAST;
        move(HALF, HALF);
    }

    private void take(Object picture) {
        if (!together.get() && !picture.equals(owner)) {
            scale = LEAST;
            middleX = HALF;
            middleY = HALF;
        }
        owner = picture;
    }

    private void move(double x, double y) {
        double margin = HALF / scale;
        middleX = Math.clamp(x, margin, 1 - margin);
        middleY = Math.clamp(y, margin, 1 - margin);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Whether pictures are seen whole. */
    boolean isWhole() {
        return scale == LEAST;
    }

    /** How close a picture is seen: 1 is all of it. */
    double scale(Object picture) {
        return together.get() || picture.equals(owner) ? scale : LEAST;
    }

    /**
     * The part of a picture that is seen.
     *
     * @param width of the picture in pixels
     * @param height of it
     */
    Rectangle2D part(Object picture, double width, double height) {
        double own = scale(picture);
        if (own == LEAST) {
            return new Rectangle2D(0, 0, width, height);
        }
        return new Rectangle2D(
                Math.max(0, (middleX - HALF / own) * width),
                Math.max(0, (middleY - HALF / own) * height),
                width / own,
                height / own);
    }

    /** Whether all pictures show the same part. */
    BooleanProperty together() {
        return together;
    }

    /** Counts changes. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
