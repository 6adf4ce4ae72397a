package atelier.ui.settings;

import atelier.model.settings.Look;
import atelier.ui.component.AppearanceChoices;
import atelier.ui.component.Segments;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;

/** Language, look and size. */
record GeneralSection(SettingsModel model, Texts texts) {

    /** The sizes that are offered, in percent. */
    static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

    Section view() {
        Section section = new Section(Section.Name.GENERAL, texts);
        VBox card = section.card();
        section.row(
                card,
                Phrase.of("settings.language"),
                Phrase.of("settings.language-detail"),
                languages());
        section.row(card, Phrase.of("settings.look"), Phrase.of("settings.look-detail"), looks());
        Section.row(
                card,
                texts.follow(Phrase.of("settings.scale")),
                Bindings.createStringBinding(
                        this::scaleDetail, model.scale(), model.shownScale(), texts.language()),
                scales());
        return section;
    }

    private String scaleDetail() {
        double shown = model.shownScale().get();
        return shown * 100 < model.scale().get() - 0.5
                ? texts.say("settings.scale-limited", shown)
                : texts.say("settings.scale-detail");
    }

    private Segments languages() {
        Segments languages = new Segments();
        AppearanceChoices.languages(languages, "", texts, model.language());
        return languages;
    }

    private Segments looks() {
        Segments looks = new Segments();
        AppearanceChoices.looks(looks, "", List.of(Look.values()), true, texts, model.look());
        return looks;
    }

    private Segments scales() {
        Segments scales = new Segments();
        for (int percent : SCALES) {
            scales.add(
                    "scale-" + percent,
                    texts.follow(Phrase.of("job.percent", percent / 100.0)),
                    "",
                    percent,
                    model.scale());
        }
        return scales;
    }
}
