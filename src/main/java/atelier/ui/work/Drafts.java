package atelier.ui.work;

import atelier.service.settings.SettingsStore;

/**
 * Texts that were begun and are not saved where they belong. They are kept with the settings, so
 * that neither a crash nor a full disk takes what was typed. On the window's thread.
 */
public final class Drafts {

    private final SettingsStore settings;

    /** Keeps them there. */
    public Drafts(SettingsStore settings) {
        this.settings = settings;
    }

    /** What was begun under that name; empty for nothing. */
    public String of(String name) {
        return settings.get().drafts().getOrDefault(name, "");
    }

    /**
     * Keeps a text.
     *
     * @param text empty once it is saved where it belongs
     */
    public void keep(String name, String text) {
        settings.update(now -> now.withDraft(name, text));
    }
}
