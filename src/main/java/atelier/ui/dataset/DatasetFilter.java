package atelier.ui.dataset;

import atelier.model.dataset.Finding;
import java.util.Locale;

/** Which pictures the grid shows. */
enum DatasetFilter {
    /** Every one. */
    ALL(""),
    /** Those with nothing to look at. */
    READY(""),
    /** Those with something to look at. */
    LOOK("warn"),
    /** Those that training does not take. */
    OUT("bad"),
    /** Those without a caption. */
    UNCAPTIONED(""),
    /** Those that are not sharp. */
    BLURRED(""),
    /** Those that are enlarged. */
    SMALL(""),
    /** Those without a face. */
    FACELESS("");

    private final String tone;

    DatasetFilter(String tone) {
        this.tone = tone;
    }

    /** Whether it shows a picture. */
    boolean takes(DatasetItem item) {
        return switch (this) {
            case ALL -> true;
            case READY -> item.ready();
            case LOOK -> item.report() != null && !item.ready();
            case OUT -> item.leftOut() != null;
            case UNCAPTIONED -> has(item, Finding.NoCaption.class);
            case BLURRED -> has(item, Finding.Blurred.class);
            case SMALL -> has(item, Finding.TooSmall.class);
            case FACELESS -> has(item, Finding.NoFace.class);
        };
    }

    private static boolean has(DatasetItem item, Class<? extends Finding> kind) {
        return item.report() != null
                && item.report().findings().stream().anyMatch(kind::isInstance);
    }

    /** The class of its chip in the style sheet; empty for the plain one. */
    String tone() {
        return tone;
    }

    /** Whether it stays when it takes none. */
    boolean always() {
        return this == ALL || this == READY;
    }

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
