package atelier.ui.shell;

import atelier.ui.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Builds what layout files describe. Their controllers are made by plain constructors before; a
 * file binds its words to {@code ${texts.…}}.
 */
public final class Layouts {

    private final Texts texts;

    /** Speaks by those texts. */
    public Layouts(Texts texts) {
        this.texts = texts;
    }

    /**
     * Builds the layout of a controller: the file of its name, without {@code Controller}, beside
     * its class in the resources.
     *
     * @param controller of the file
     */
    public Parent load(Object controller) {
        Class<?> type = controller.getClass();
        String file = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(type.getResource(file), file));
        loader.getNamespace().put("texts", texts.tree());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The layout " + file + " cannot be built", e);
        }
    }
}
