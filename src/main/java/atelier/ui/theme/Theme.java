package atelier.ui.theme;

import atelier.model.settings.Look;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dresses scenes in the look chosen, and again when the choice or the system changes. */
public final class Theme {

    private static final String LIGHT = "light";

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>();
    private final ObservableValue<Boolean> light;

    /** Begins with that look. On the JavaFX thread, as all of it. */
    public Theme(Look first) {
        Fonts.load();
        look.set(first);
        light =
                Platform.getPreferences()
                        .colorSchemeProperty()
                        .flatMap(scheme ->
                                look.map(chosen ->
                                        chosen == Look.LIGHT
                                                || (chosen == Look.SYSTEM
                                                        && scheme == ColorScheme.LIGHT)));
        light.subscribe(Theme::useForControls);
    }

    private static void useForControls(boolean light) {
        Application.setUserAgentStylesheet(
                light
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
    }

    /** The look chosen. */
    public ObjectProperty<Look> look() {
        return look;
    }

    /** Dresses a scene from now on. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Theme.class.getResource("atelier.css"))
                                .toExternalForm());
        Parent root = scene.getRoot();
        light.subscribe(on -> {
            root.getStyleClass().remove(LIGHT);
            if (on) {
                root.getStyleClass().add(LIGHT);
            }
        });
    }
}
