package atelier.ui;

import atelier.model.settings.Appearance;
import atelier.model.settings.Look;
import atelier.model.settings.WindowState;
import atelier.service.settings.SettingsStore;
import atelier.ui.shell.Place;
import atelier.ui.text.Language;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What of the window is kept for the next start. */
final class KeptSettings {

    private final SettingsStore store;

    KeptSettings(SettingsStore store) {
        this.store = store;
    }

    /** The language chosen, or the system's. */
    Language language() {
        String tag = store.get().appearance().language();
        return Language.of(tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag));
    }

    /** The look chosen. */
    Look look() {
        return store.get().appearance().look();
    }

    /** Where the user was; the first steps where Atelier was never open. */
    Place place() {
        String id = store.get().window().panel();
        if (id.isEmpty()) {
            return Place.FIRST_STEPS;
        }
        for (Place place : Place.values()) {
            if (place.id().equals(id)) {
                return place;
            }
        }
        return Place.DATASET;
    }

    /** Keeps the language. */
    void keep(Language language) {
        appearance(now ->
                new Appearance(language.locale().toLanguageTag(), now.look(), now.scalePercent()));
    }

    /** Keeps the look. */
    void keep(Look look) {
        appearance(now -> new Appearance(now.language(), look, now.scalePercent()));
    }

    /** How large everything is to be, in percent. */
    int scale() {
        return store.get().appearance().scalePercent();
    }

    /** Keeps how large everything is to be. */
    void keepScale(int percent) {
        appearance(now -> new Appearance(now.language(), now.look(), percent));
    }

    private void appearance(UnaryOperator<Appearance> change) {
        store.update(settings -> settings.with(change.apply(settings.appearance())));
    }

    /** Keeps where the user is; the first steps come once. */
    void keep(Place now) {
        Place place = now == Place.FIRST_STEPS ? Place.DATASET : now;
        window(state -> state.at(place.id()));
    }

    /** How the window stood. */
    WindowState window() {
        return store.get().window();
    }

    /** Changes how the window stands. */
    void window(UnaryOperator<WindowState> change) {
        store.update(settings -> settings.with(change.apply(settings.window())));
    }
}
