package atelier.ui.theme;

import javafx.scene.control.Labeled;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of the window, all from the Feather set. */
public final class Icons {

    /** In text and buttons. */
    public static final int SMALL = 16;

    /** In the rail. */
    public static final int RAIL = 20;

    private Icons() {}

    /** An icon as small as text. */
    public static FontIcon of(String name) {
        return of(name, SMALL);
    }

    /**
     * An icon.
     *
     * @param name in the Feather set, such as {@code image}
     * @param size in pixels
     */
    public static FontIcon of(String name, int size) {
        FontIcon icon = new FontIcon(literal(name));
        icon.setIconSize(size);
        return icon;
    }

    /** Puts a small icon on a control, unless it has that one already. */
    public static void put(Labeled control, String name) {
        if (!(control.getGraphic() instanceof FontIcon icon)) {
            control.setGraphic(of(name));
        } else if (!icon.getIconLiteral().equals(literal(name))) {
            icon.setIconLiteral(literal(name));
        }
    }

    /** An icon's name as icon controls take it. */
    public static String literal(String name) {
        return "fth-" + name;
    }
}
