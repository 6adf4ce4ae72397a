package atelier.ui.restoration;

import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.RestoredPicture;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a picture of the list stands. */
public enum EntryState {
    /** Nothing was done to it. */
    NEW("", ""),
    /** Its turn comes. */
    WAITING("clock", "quiet"),
    /** It is being restored. */
    RUNNING("loader", "act"),
    /** It was restored or made larger. */
    DONE("check", "good"),
    /** A face of it may be another person's now. */
    CHECK("alert-triangle", "warn"),
    /** It stays as it is. */
    SKIPPED("minus-circle", "quiet"),
    /** It cannot be read. */
    FAILED("alert-circle", "bad");

    private final String icon;
    private final String tone;

    EntryState(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** Of a result; null for none. */
    static EntryState of(@Nullable RestoredPicture result) {
        if (result == null) {
            return NEW;
        } else if (result.isFailed()) {
            return FAILED;
        } else if (result.lostIdentities() > 0) {
            return CHECK;
        }
        return result.changed() || result.count(FaceOutcome.RESTORED) > 0 ? DONE : SKIPPED;
    }

    /** The icon's name; empty for none. */
    String icon() {
        return icon;
    }

    /** The class in the style sheet. */
    String tone() {
        return tone;
    }

    /** What it is called in messages. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
