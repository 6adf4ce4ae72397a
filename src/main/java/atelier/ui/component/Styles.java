package atelier.ui.component;

import java.util.List;
import javafx.css.Styleable;

/** Style classes that come and go. */
public final class Styles {

    private Styles() {}

    /** Gives a style class or takes it away; what is so already is not styled anew. */
    public static void set(Styleable node, String style, boolean on) {
        List<String> all = node.getStyleClass();
        if (!on) {
            all.remove(style);
        } else if (!all.contains(style)) {
            all.add(style);
        }
    }
}
