package atelier.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The panels by their places; each is built when it is first visited. */
public final class Panels {

    private final Map<Place, Supplier<Panel>> makers;
    private final Map<Place, Panel> built = new EnumMap<>(Place.class);

    /**
     * @param makers how each is built, for every place
     */
    public Panels(Map<Place, Supplier<Panel>> makers) {
        this.makers = Map.copyOf(makers);
    }

    /** The panel at a place. */
    public Panel at(Place place) {
        Panel panel = built.get(place);
        if (panel == null) {
            panel = Objects.requireNonNull(makers.get(place), place.id()).get();
            built.put(place, panel);
        }
        return panel;
    }

    /** The panel at a place, as the user comes to it: built, or brought up to date. */
    Panel visit(Place place) {
        Panel before = built.get(place);
        if (before != null) {
            before.again().run();
        }
        return at(place);
    }

    /** Brings up to date what was built so far. */
    public void refresh() {
        List.copyOf(built.values()).forEach(panel -> panel.again().run());
    }

    /** What can be done at a place; nothing where it was not visited yet. */
    public List<Command> commands(Place place) {
        Panel panel = built.get(place);
        return panel == null ? List.of() : panel.commands();
    }

    /** How many were visited so far. */
    public int builtCount() {
        return built.size();
    }
}
