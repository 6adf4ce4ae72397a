package atelier.ui.library;

import atelier.model.library.ImageRecord;
import java.util.Locale;

/** Which images the library shows. */
enum ImageFilter {
    /** Every one. */
    ALL,
    /** Those the user likes. */
    LIKED,
    /** Those the user dislikes. */
    DISLIKED,
    /** The favourites. */
    FAVOURITES,
    /** Those of four and five stars. */
    BEST;

    private static final int GOOD = 4;

    /** Whether an image is shown. */
    boolean takes(ImageRecord image) {
        return switch (this) {
            case ALL -> true;
            case LIKED -> image.marks().liked() > 0;
            case DISLIKED -> image.marks().liked() < 0;
            case FAVOURITES -> image.marks().favourite();
            case BEST -> image.marks().stars() >= GOOD;
        };
    }

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
