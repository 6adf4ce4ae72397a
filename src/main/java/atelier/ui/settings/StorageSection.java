package atelier.ui.settings;

import atelier.model.settings.DiskUse;
import atelier.ui.component.CopyButton;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the user's work lies, what takes how much of the disk, and what can be deleted. */
record StorageSection(SettingsModel model, Texts texts) {

    Section view() {
        Section section = new Section(Section.Name.STORAGE, texts);
        VBox card = section.card();
        Section.row(
                card,
                texts.follow(Phrase.plain(model.place())),
                follow(use -> Phrase.of("settings.disk", use.total(), use.free())),
                CopyButton.of(texts, "copy-place", model::place));
        for (DiskUse.Part part : DiskUse.Part.values()) {
            part(section, card, part);
        }
        section.row(
                section.card(),
                Phrase.of("settings.weekly"),
                Phrase.of("settings.weekly-detail"),
                weekly());
        return section;
    }

    private ToggleSwitch weekly() {
        ToggleSwitch weekly = new ToggleSwitch();
        weekly.setId("weekly-check");
        weekly.accessibleTextProperty().bind(texts.follow(Phrase.of("settings.weekly")));
        weekly.selectedProperty().bindBidirectional(model.weekly());
        return weekly;
    }

    private void part(Section section, VBox card, DiskUse.Part part) {
        String id = part.name().toLowerCase(Locale.ROOT);
        Label size =
                Section.label(follow(use -> Phrase.of("settings.bytes", use.of(part))), "value");
        size.setId("disk-" + id);
        size.setWrapText(false);
        Phrase name = Phrase.of("settings.disk-" + id);
        Phrase detail = Phrase.of("settings.disk-" + id + "-detail");
        HBox row =
                switch (part) {
                    case CACHES ->
                            section.row(
                                    card,
                                    name,
                                    detail,
                                    size,
                                    delete(
                                            "clear-caches",
                                            part,
                                            "settings.clear",
                                            model::clearCaches));
                    case TRASH ->
                            section.row(
                                    card,
                                    name,
                                    detail,
                                    size,
                                    delete(
                                            "empty-trash",
                                            part,
                                            "settings.delete",
                                            model::emptyTrash));
                    default -> section.row(card, name, detail, size);
                };
        row.getStyleClass().add("dense");
    }

    /** A button that says how much it deletes, and does nothing where that is nothing. */
    private Button delete(String id, DiskUse.Part part, String key, Runnable action) {
        Button button = new Button("", Icons.of("trash-2"));
        button.setId(id);
        button.getStyleClass().addAll("small", "danger");
        button.textProperty().bind(follow(use -> Phrase.of(key, use.of(part))));
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> {
                                    Found found = model.found().get();
                                    return found == null || found.disk().of(part) == 0;
                                },
                                model.found()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Words on the disk, in the language chosen; of an empty one until it has been measured. */
    private ObservableValue<String> follow(Function<DiskUse, Phrase> words) {
        return Bindings.createStringBinding(
                () -> say(model.found().get(), words), model.found(), texts.language());
    }

    private String say(@Nullable Found found, Function<DiskUse, Phrase> words) {
        return found == null
                ? texts.say("settings.measuring")
                : texts.say(words.apply(found.disk()));
    }
}
