package atelier.ui.settings;

import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import javafx.scene.layout.VBox;

/** What leaves the machine: nothing that the user does not start. */
record PrivacySection(Texts texts) {

    Section view() {
        Section section = new Section(Section.Name.PRIVACY, texts);
        VBox card = section.card();
        section.row(card, Phrase.of("settings.local"), Phrase.of("settings.local-detail"));
        section.row(card, Phrase.of("settings.network"), Phrase.of("settings.network-detail"));
        return section;
    }
}
