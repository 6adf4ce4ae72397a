package atelier.ui.training;

import atelier.model.training.Speed;
import atelier.model.training.TrainingForecast;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A speed to choose, with what a run will come to. */
final class SpeedCard extends ToggleButton {

    private final Texts texts;
    private final Label name = new Label();
    private final Label running = new Label();
    private final Label time = new Label();
    private final Label steps = new Label();
    private final Label memory = new Label();
    private final Label file = new Label();

    /**
     * @param group of all speeds
     * @param chosen holds the choice
     */
    SpeedCard(Speed speed, Texts texts, ToggleGroup group, Property<Speed> chosen) {
        this.texts = texts;
        setId("training-speed-" + speed);
        getStyleClass().setAll("speed-card");
        name.textProperty().bind(texts.follow(Phrase.of("training.speed-" + speed)));
        name.getStyleClass().add("name");
        name.setMinWidth(USE_PREF_SIZE);
        running.getStyleClass().addAll("small-text", "act");
        running.setGraphic(Icons.of("check"));
        time.getStyleClass().add("name");
        for (Label label : new Label[] {steps, memory, file}) {
            label.getStyleClass().addAll("quiet", "small-text");
            label.setMinWidth(USE_PREF_SIZE);
        }
        HBox first = new HBox(8, name, running, space(), time);
        HBox second = new HBox(steps, space(), memory, space(), file);
        VBox words = new VBox(4, first, second);
        words.prefWidthProperty().bind(widthProperty().subtract(26));
        setGraphic(words);
        setMinWidth(0);
        setPrefWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setToggleGroup(group);
        chosen.subscribe(now -> {
            if (now == speed) {
                setSelected(true);
            }
        });
        // Pressing the chosen one again would leave none.
        setOnAction(_ -> {
            setSelected(true);
            chosen.setValue(speed);
        });
        accessibleTextProperty().bind(name.textProperty());
    }

    private static Region space() {
        Region space = new Region();
        space.setMinWidth(4);
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /**
     * Shows a forecast.
     *
     * @param made null where there is none yet
     * @param goes whether a run goes, at the chosen speed
     */
    void show(@Nullable SpeedForecast made, boolean goes) {
        running.setVisible(goes && isSelected());
        running.setManaged(running.isVisible());
        running.setText(texts.say("training.card-running"));
        TrainingForecast forecast = made == null ? null : made.forecast();
        if (forecast == null) {
            time.setText(texts.say("training.stat-none"));
            for (Label label : new Label[] {steps, memory, file}) {
                label.setText("");
            }
            steps.setText(texts.say("training.stat-later"));
        } else {
            time.setText(texts.say("training.card-time", forecast.time().seconds()));
            steps.setText(texts.say("training.card-steps", forecast.time().steps()));
            memory.setText(texts.say("training.card-memory", forecast.memory().bytes()));
            file.setText(texts.say("training.card-file", forecast.adapter().bytes()));
        }
    }
}
