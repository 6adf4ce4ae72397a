package atelier.ui.shell;

/**
 * How the window stood.
 *
 * @param x of the left edge, in pixels of the screen
 * @param y of the upper edge
 * @param width of the window
 * @param height of the window
 * @param maximized whether it filled the screen
 * @param place where the user was
 */
public record WindowState(
        double x, double y, double width, double height, boolean maximized, Place place) {}
