package atelier.model.settings;

import java.util.Map;

/**
 * Where the window was left.
 *
 * @param x of its left edge in pixels of the desktop; not a number where the system is to choose
 * @param y of its upper edge; the same
 * @param width in pixels
 * @param height in pixels
 * @param maximized whether it filled the screen
 * @param panel name of the panel that was open; empty for the first
 * @param layout widths of columns, places of scroll bars and filters, by names of the panels'
 */
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        String panel,
        Map<String, String> layout) {

    /** The same with another panel open. */
    public WindowState at(String other) {
        return new WindowState(x, y, width, height, maximized, other, layout);
    }

    /** The same with another layout. */
    public WindowState with(Map<String, String> other) {
        return new WindowState(x, y, width, height, maximized, panel, other);
    }

    /** Keeps a copy of the layout. */
    public WindowState {
        layout = Map.copyOf(layout);
    }
}
