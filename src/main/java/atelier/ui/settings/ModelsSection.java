package atelier.ui.settings;

import atelier.model.generation.ModelFile;
import atelier.ui.component.Choices;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/**
 * Which model is used where no other is chosen, and the way to all of them.
 *
 * @param openLibrary shows the models in the library
 */
record ModelsSection(SettingsModel model, Texts texts, Runnable openLibrary) {

    Section view() {
        Section section = new Section(Section.Name.MODELS, texts);
        VBox card = section.card();
        section.row(card, Phrase.of("settings.base"), Phrase.of("settings.base-detail"), models());
        Button open = new Button("", Icons.of("archive"));
        open.setId("models-open");
        open.textProperty().bind(texts.follow(Phrase.of("settings.models-open")));
        open.setOnAction(_ -> openLibrary.run());
        section.row(
                card, Phrase.of("settings.models-all"), Phrase.of("settings.models-detail"), open);
        return section;
    }

    private ComboBox<String> models() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("base-model");
        box.accessibleTextProperty().bind(texts.follow(Phrase.of("settings.base")));
        Choices.show(box, name -> name.isEmpty() ? texts.say("settings.base-any") : name);
        model.found().subscribe(() -> offer(box));
        texts.language().subscribe(() -> offer(box));
        offer(box);
        box.valueProperty()
                .subscribe(name -> {
                    if (name != null) {
                        model.base().set(name);
                    }
                });
        model.base().subscribe(box::setValue);
        return box;
    }

    private void offer(ComboBox<String> box) {
        List<String> names = new ArrayList<>(List.of(""));
        model.models().stream().map(ModelFile::name).forEach(names::add);
        String chosen = model.base().get();
        if (!names.contains(chosen)) {
            // One that was taken away stays chosen until another is.
            names.add(chosen);
        }
        box.getItems().setAll(names);
        box.setValue(null);
        box.setValue(chosen);
    }
}
