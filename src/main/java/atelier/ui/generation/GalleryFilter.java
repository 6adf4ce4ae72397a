package atelier.ui.generation;

import java.util.Locale;

/** Which images the gallery shows. */
enum GalleryFilter {
    /** Every one. */
    ALL,
    /** Those the user likes. */
    LIKED,
    /** Those made today. */
    TODAY,
    /** Those with the character's trigger. */
    CHARACTER;

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
