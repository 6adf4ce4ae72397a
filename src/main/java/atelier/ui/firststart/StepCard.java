package atelier.ui.firststart;

import atelier.ui.component.KeyCap;
import atelier.ui.component.Keys;
import atelier.ui.component.Styles;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A step: its number or what became of it, what it is, how far it is, and its button. */
final class StepCard extends HBox {

    private static final int PROGRESS_GAP = 4;

    private final Texts texts;
    private final int number;
    private final String keys;
    private final StackPane sign = new StackPane();
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button button = new Button();
    private final Label words = new Label();
    private final KeyCap cap = new KeyCap();
    private @Nullable StepState signed;

    /**
     * @param number of the step, from 1
     * @param title what it is
     * @param keys that press its button, where it is not the primary one
     * @param action of its button
     */
    StepCard(Texts texts, int number, Phrase title, String keys, Runnable action) {
        this.texts = texts;
        this.number = number;
        this.keys = keys;
        setId("first-step-" + number);
        getStyleClass().addAll("card", "step");
        setMinHeight(USE_PREF_SIZE);
        sign.getStyleClass().add("step-sign");
        Label name = new Label();
        name.textProperty().bind(texts.follow(title));
        name.getStyleClass().add("section");
        detail.setId("first-detail-" + number);
        detail.getStyleClass().add("quiet");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        progress.getStyleClass().add("small");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.managedProperty().bind(progress.visibleProperty());
        VBox.setMargin(progress, new Insets(PROGRESS_GAP, 0, 0, 0));
        VBox middle = new VBox(3, name, detail, progress);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        button.setId("first-button-" + number);
        button.getStyleClass().add("large");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.accessibleTextProperty().bind(words.textProperty());
        words.setMinWidth(USE_PREF_SIZE);
        words.setGraphicTextGap(8);
        HBox graphic = new HBox(8, words, cap);
        graphic.setAlignment(Pos.CENTER);
        button.setGraphic(graphic);
        getChildren().addAll(sign, middle, button);
    }

    /**
     * Shows how far it is.
     *
     * @param icon on the button
     * @param label on the button
     * @param offered whether the button does something now
     * @param primary whether it is the one to press
     */
    void show(StepView view, String icon, Phrase label, boolean offered, boolean primary) {
        for (StepState state : StepState.values()) {
            Styles.set(this, state.styleClass(), state == view.state());
        }
        Styles.set(this, "chosen", primary || view.state() == StepState.WORKING);
        if (view.state() != signed) {
            signed = view.state();
            sign.getChildren().setAll(sign(view.state()));
        }
        detail.setText(texts.say(view.detail()));
        progress.setVisible(view.progress() != null);
        Styles.set(progress, "paused", view.state() == StepState.PAUSED);
        if (view.progress() != null) {
            progress.setProgress(view.progress());
        }
        showButton(icon, label, offered, primary);
    }

    private void showButton(String icon, Phrase label, boolean offered, boolean primary) {
        words.setText(texts.say(label));
        Styles.set(words, "on-accent", primary);
        Styles.set(button, "accent", primary);
        Icons.put(words, icon);
        cap.setText(KeyCap.text(new Keys(primary ? "Enter" : keys)));
        button.setDisable(!offered);
    }

    private Node sign(StepState state) {
        return switch (state) {
            case DONE -> Icons.of("check", Icons.RAIL);
            case FAILED -> Icons.of("alert-circle", Icons.RAIL);
            case PAUSED -> Icons.of("pause", Icons.RAIL);
            default -> new Label(Integer.toString(number));
        };
    }
}
