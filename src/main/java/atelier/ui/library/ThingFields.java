package atelier.ui.library;

import atelier.model.library.AdapterField;
import atelier.model.library.AdapterType;
import atelier.ui.component.Choices;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import atelier.ui.work.Drafts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What a character and an adapter have in common and their owner can write: name, star, type,
 * trigger, tags and note. Each saves itself when it is left.
 */
public final class ThingFields extends VBox {

    private static final double TYPE = 148;
    private static final double NOTE = 56;

    private final TextField name = new TextField();
    private final ToggleButton star = new ToggleButton("", Icons.of("star"));
    private final ComboBox<AdapterType> type = new ComboBox<>();
    private final TextField trigger = new TextField();
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final Map<AdapterField, SavedField> saved = new EnumMap<>(AdapterField.class);
    private boolean showing;

    /** Empty; {@link #begin} gives it words. */
    public ThingFields() {
        super(12);
        name.getStyleClass().add("name-field");
        star.getStyleClass().add("star");
        HBox.setHgrow(name, Priority.ALWAYS);
        type.setMaxWidth(Double.MAX_VALUE);
        type.getItems().setAll(AdapterType.values());
        note.setWrapText(true);
        note.setMinHeight(NOTE);
        note.setPrefHeight(NOTE);
    }

    /**
     * Begins to show and to save.
     *
     * @param kind first part of the controls' ids
     * @param drafts keeps what is typed and not saved
     * @param set gets the name of a field, as {@link AdapterField} has it, and its new value
     */
    void begin(String kind, Texts texts, Drafts drafts, BiConsumer<String, String> set) {
        HBox top = new HBox(8, name, star);
        VBox left = labelled(texts, "library.type", type);
        left.setMinWidth(TYPE);
        left.setMaxWidth(TYPE);
        VBox right = labelled(texts, "library.trigger", trigger);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren()
                .setAll(
                        top,
                        new HBox(12, left, right),
                        labelled(texts, "library.tags", tags),
                        labelled(texts, "library.note", note));
        ids(kind);
        speak(texts, "library.name", name);
        speak(texts, "library.star", star);
        trigger.promptTextProperty().bind(texts.follow(Phrase.of("library.triggerHint")));
        tags.promptTextProperty().bind(texts.follow(Phrase.of("library.tagsHint")));
        Map.of(
                        AdapterField.NAME, name,
                        AdapterField.TRIGGER, trigger,
                        AdapterField.TAGS, tags,
                        AdapterField.NOTE, note)
                .forEach((field, control) -> {
                    SavedField one = new SavedField(control, drafts, control.getId());
                    one.watch(value -> set.accept(field.name(), value));
                    saved.put(field, one);
                });
        Choices.show(type, one -> texts.say("adapter-type." + one.name().toLowerCase(Locale.ROOT)));
        type.valueProperty()
                .subscribe((_, now) -> {
                    if (!showing && now != null) {
                        set.accept(AdapterField.TYPE.name(), now.name());
                    }
                });
        star.setOnAction(_ ->
                set.accept(AdapterField.FAVOURITE.name(), Boolean.toString(star.isSelected())));
    }

    private void ids(String kind) {
        name.setId(kind + "-name");
        star.setId(kind + "-star");
        type.setId(kind + "-type");
        trigger.setId(kind + "-trigger");
        tags.setId(kind + "-tags");
        note.setId(kind + "-note");
    }

    private static VBox labelled(Texts texts, String key, Control field) {
        Label label = new Label();
        label.textProperty().bind(texts.follow(Phrase.of(key)));
        label.getStyleClass().addAll("quiet", "small-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        speak(texts, key, field);
        return new VBox(4, label, field);
    }

    private static void speak(Texts texts, String key, Node field) {
        field.accessibleTextProperty().bind(texts.follow(Phrase.of(key)));
    }

    /**
     * Shows values; what is being typed stays.
     *
     * @param thing slug or file of the thing whose values they are
     */
    void show(
            String thing,
            String nameNow,
            AdapterType typeNow,
            String triggerNow,
            List<String> tagsNow,
            String noteNow,
            boolean favourite) {
        Map<AdapterField, String> now =
                Map.of(
                        AdapterField.NAME, nameNow,
                        AdapterField.TRIGGER, triggerNow,
                        AdapterField.TAGS, String.join(", ", tagsNow),
                        AdapterField.NOTE, noteNow);
        saved.forEach((field, one) -> one.show(thing, now.getOrDefault(field, "")));
        star.setSelected(favourite);
        showing = true;
        // The words of the choice follow the language when it is made anew.
        type.setValue(null);
        type.setValue(typeNow);
        showing = false;
    }

    /** Lets the name be written. */
    void writeName() {
        name.requestFocus();
        name.selectAll();
    }

    /** Lets the trigger be written. */
    void writeTrigger() {
        trigger.requestFocus();
        trigger.selectAll();
    }
}
