package atelier.ui.review;

import java.util.Locale;

/** Ways to look at the cells of a comparison. */
public enum ReviewView {
    /** All of them. */
    GRID("grid"),
    /** Those that were picked, as large as fits. */
    SIDE("columns"),
    /** Two, one over the other, with an edge that is moved. */
    SLIDER("sliders"),
    /** Two, in turn at the same place. */
    BLINK("repeat"),
    /** Two, and where they differ. */
    DIFFERENCE("divide-square");

    private final String icon;

    ReviewView(String icon) {
        this.icon = icon;
    }

    /** Its icon's name. */
    String icon() {
        return icon;
    }

    /** What it is called in style sheets, tests and message keys. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
