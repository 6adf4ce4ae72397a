package atelier.ui.restoration;

import java.util.Locale;

/** Which pictures of the list are shown. */
enum EntryFilter {
    /** Every one. */
    ALL(""),
    /** Those to look at. */
    CHECK("warn"),
    /** Those that stay as they are. */
    SKIPPED("");

    private final String tone;

    EntryFilter(String tone) {
        this.tone = tone;
    }

    /** Whether it shows a picture. */
    boolean takes(RestorationEntry entry) {
        return switch (this) {
            case ALL -> true;
            case CHECK -> entry.state() == EntryState.CHECK || entry.state() == EntryState.FAILED;
            case SKIPPED -> entry.state() == EntryState.SKIPPED;
        };
    }

    /** The class of its chip in the style sheet; empty for the plain one. */
    String tone() {
        return tone;
    }

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
