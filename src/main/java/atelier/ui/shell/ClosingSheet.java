package atelier.ui.shell;

import atelier.ui.component.KeyCap;
import atelier.ui.component.Keys;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Asks what is to become of the work as the window closes, and shows that it is being set aside.
 */
final class ClosingSheet extends VBox {

    private static final double WIDTH = 440;
    private static final int ICON = 20;

    private final Button close = new Button();

    ClosingSheet(ClosingModel model, Texts texts) {
        setId("closing");
        getStyleClass().add("floating");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        setPadding(new Insets(20));
        setSpacing(12);
        ObservableValue<Boolean> saving =
                model.state().map(now -> now != ClosingModel.State.ASKING);
        FontIcon icon = Icons.of("pause-circle", ICON);
        icon.getStyleClass().add("warn");
        Label title = words(texts, model.question(), "section");
        title.textProperty()
                .bind(
                        texts.follow(
                                saving.map(now ->
                                        now ? Phrase.of("closing.pausing") : model.question())));
        HBox head = new HBox(10, icon, title);
        head.setAlignment(Pos.CENTER_LEFT);
        Label progress = words(texts, model.progress(), "value");
        Label detail = new Label();
        detail.getStyleClass().add("quiet");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        detail.textProperty()
                .bind(
                        texts.follow(
                                saving.map(now ->
                                        Phrase.of(now ? "closing.saving" : "closing.detail"))));
        setAccessibleText(title.getText());
        getChildren().addAll(head, progress, detail, foot(model, texts, saving));
    }

    private static Label words(Texts texts, Phrase phrase, String style) {
        Label label = new Label(texts.say(phrase));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** The two buttons; in their place a bar that moves, while the work is being set aside. */
    private StackPane foot(ClosingModel model, Texts texts, ObservableValue<Boolean> saving) {
        Button stay = new Button(texts.say("closing.stay"), KeyCap.of(new Keys("Esc")));
        stay.setId("closing-stay");
        stay.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        stay.setOnAction(_ -> model.stay());
        close.setId("closing-pause");
        close.setText(texts.say("closing.pause"));
        close.getStyleClass().add("accent");
        close.setOnAction(_ -> model.pauseAndClose());
        for (Button button : new Button[] {stay, close}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox buttons = new HBox(8, stay, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.visibleProperty().bind(saving.map(now -> !now));
        ProgressBar bar = new ProgressBar();
        bar.setId("closing-progress");
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.say("closing.saving"));
        bar.visibleProperty().bind(saving);
        StackPane foot = new StackPane(buttons, bar);
        VBox.setMargin(foot, new Insets(8, 0, 0, 0));
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    /** What gets the focus. */
    Button close() {
        return close;
    }
}
