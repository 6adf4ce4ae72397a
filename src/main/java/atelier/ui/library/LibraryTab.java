package atelier.ui.library;

import java.util.Locale;

/** The parts of the library panel, in the order shown. */
public enum LibraryTab {
    /** Characters and adapters at a glance, with what is to be mended and what was changed last. */
    OVERVIEW,
    /** The characters. */
    CHARACTERS,
    /** The adapters. */
    ADAPTERS,
    /** The images. */
    IMAGES,
    /** The models that are there, and those that can be fetched. */
    MODELS,
    /** Whether all of it is sound. */
    HEALTH,
    /** What was changed. */
    HISTORY;

    /** What it is called in messages and tests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
