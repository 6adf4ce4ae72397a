package atelier.ui.shell;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows toasts, most for six seconds or as long as the pointer is on them. */
public final class ToastController {

    private static final Duration SHOWN = Duration.seconds(6);

    private final ToastModel model;
    private final Texts texts;
    private final PauseTransition time = new PauseTransition(SHOWN);

    @FXML private HBox toast;
    @FXML private FontIcon icon;
    @FXML private Label text;
    @FXML private Label detail;
    @FXML private Button button;
    @FXML private Button close;

    /** Shows the toasts of that model. */
    public ToastController(ToastModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    void initialize() {
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> model.press());
        close.setOnAction(_ -> model.close());
        time.setOnFinished(_ -> model.close());
        toast.hoverProperty().subscribe(this::hold);
        model.current().subscribe(this::show);
        texts.language().subscribe(() -> show(model.current().get()));
    }

    private void hold(boolean pointed) {
        Toast shown = model.current().get();
        if (pointed || shown == null || shown.stays()) {
            time.stop();
        } else {
            time.playFromStart();
        }
    }

    private void show(@Nullable Toast shown) {
        toast.setVisible(shown != null);
        if (shown != null) {
            icon.setIconLiteral(Icons.literal(shown.icon()));
            for (Tone tone : Tone.values()) {
                icon.getStyleClass().remove(tone.styleClass());
            }
            icon.getStyleClass().add(shown.tone().styleClass());
            text.setText(texts.say(shown.text()));
            detail.setText(say(shown.detail()));
            button.setVisible(shown.button() != null);
            button.setText(shown.button() == null ? "" : texts.say(shown.button().words()));
        }
        hold(toast.isHover());
    }

    private String say(@Nullable Phrase phrase) {
        return phrase == null ? "" : texts.say(phrase);
    }
}
