package atelier.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The typeface that Atelier brings along, so that it looks the same everywhere. */
final class Fonts {

    private static final List<String> WEIGHTS = List.of("Regular", "Medium", "SemiBold", "Bold");
    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /** Makes all its weights known to style sheets. */
    static void load() {
        for (String weight : WEIGHTS) {
            try (InputStream font =
                    Fonts.class.getResourceAsStream("fonts/Inter-" + weight + ".otf")) {
                if (Font.loadFont(font, ANY_SIZE) == null) {
                    throw new IllegalStateException("Inter " + weight + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
