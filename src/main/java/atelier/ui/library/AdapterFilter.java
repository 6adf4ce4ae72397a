package atelier.ui.library;

import atelier.model.library.AdapterType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which adapters are shown. */
enum AdapterFilter {
    /** Every one. */
    ALL(null),
    /** Those of faces. */
    PORTRAIT(AdapterType.PORTRAIT),
    /** Those of figures. */
    CHARACTER(AdapterType.CHARACTER),
    /** Those of looks. */
    STYLE(AdapterType.STYLE),
    /** Those of things. */
    PRODUCT(AdapterType.PRODUCT),
    /** All others. */
    GENERAL(AdapterType.GENERAL),
    /** The favourites. */
    FAVOURITES(null),
    /** What is out of the way. */
    ARCHIVED(null);

    private final @Nullable AdapterType type;

    AdapterFilter(@Nullable AdapterType type) {
        this.type = type;
    }

    /** Whether an adapter is shown. */
    boolean takes(AdapterItem item) {
        if (item.record().archived()) {
            return this == ARCHIVED;
        }
        return switch (this) {
            case ALL -> true;
            case ARCHIVED -> false;
            case FAVOURITES -> item.record().favourite();
            default -> item.record().type() == type;
        };
    }

    /** Whether its chip is there even where it takes none. */
    boolean always() {
        return this == ALL || this == FAVOURITES;
    }

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
