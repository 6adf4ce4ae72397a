package atelier.ui.generation;

import atelier.model.library.AdapterRecord;
import atelier.ui.component.ValueSlider;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An adapter with its switch; one that is on with its strength and its trigger. */
final class AdapterCard extends VBox {

    private static final double MOST = 1.5;
    private static final double STEP = 0.05;

    private final GenerationModel model;
    private final ShelfAdapter adapter;
    private final Texts texts;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final HBox trigger = new HBox(8);

    AdapterCard(GenerationModel model, ShelfAdapter adapter, Texts texts) {
        super(8);
        this.model = model;
        this.adapter = adapter;
        this.texts = texts;
        AdapterRecord record = adapter.adapter();
        getStyleClass().addAll("card", "adapter-card");
        setId("adapter-" + record.file());
        Label name = new Label(record.name());
        name.getStyleClass().add("name");
        Label facts =
                new Label(
                        texts.say(
                                "gen.adapter-facts",
                                Phrase.of(
                                        "adapter-type."
                                                + record.type().name().toLowerCase(Locale.ROOT)),
                                record.bytes()));
        facts.getStyleClass().addAll("quiet", "small-text");
        VBox words = new VBox(2, name, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        toggle.setAccessibleText(record.name());
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.selectedProperty().set(adapter.on().get());
        toggle.selectedProperty().subscribe((_, on) -> adapter.on().set(on));
        HBox top = new HBox(12, words, toggle);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(top);
        if (adapter.on().get()) {
            ValueSlider strength = new ValueSlider();
            strength.range(0, MOST, STEP, ShelfAdapter.USUAL, 2);
            strength.write(value -> texts.say("number.hundredths", value));
            strength.slider().setAccessibleText(texts.say("gen.strength", record.name()));
            strength.valueProperty().bindBidirectional(adapter.strength());
            getChildren().add(strength);
            if (!record.trigger().isBlank()) {
                trigger.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(trigger);
                showTrigger();
            }
        }
    }

    /** Shows whether the trigger stands in the prompt. */
    void showTrigger() {
        Label chip = new Label(adapter.adapter().trigger());
        chip.getStyleClass().addAll("chip", "still");
        if (model.hasTrigger(adapter)) {
            chip.getStyleClass().add("accent");
            chip.setGraphic(Icons.of("target"));
            Label there = new Label(texts.say("gen.in-prompt"));
            there.getStyleClass().addAll("quiet", "small-text");
            there.setMinWidth(USE_PREF_SIZE);
            trigger.getChildren().setAll(chip, there);
        } else {
            Button add = new Button(texts.say("gen.add-trigger"), Icons.of("plus"));
            add.getStyleClass().addAll("link", "small");
            add.setMinWidth(USE_PREF_SIZE);
            add.setOnAction(_ -> model.addTrigger(adapter));
            trigger.getChildren().setAll(chip, add);
        }
    }

    /** Which one it is. */
    ShelfAdapter adapter() {
        return adapter;
    }

    /** The switch. */
    ToggleSwitch toggle() {
        return toggle;
    }
}
