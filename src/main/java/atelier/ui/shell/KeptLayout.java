package atelier.ui.shell;

import atelier.service.settings.SettingsStore;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;

/** Keeps for the next start what the panels were set to show, such as their filters. */
public final class KeptLayout {

    private final SettingsStore store;

    /** Keeps it there. */
    public KeptLayout(SettingsStore store) {
        this.store = store;
    }

    /**
     * Gives a choice the value that it had the last time, if that is still one, and keeps it from
     * now on.
     *
     * @param name that tells the choice from all others
     * @param choice has a value
     */
    public <E extends Enum<E>> void keep(String name, ObjectProperty<E> choice) {
        String before = store.get().window().layout().get(name);
        for (E value : choice.get().getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(before)) {
                choice.set(value);
            }
        }
        choice.subscribe((_, now) -> put(name, now.name()));
    }

    private void put(String name, String value) {
        store.update(settings -> {
            Map<String, String> layout = new HashMap<>(settings.window().layout());
            layout.put(name, value);
            return settings.with(settings.window().with(layout));
        });
    }
}
