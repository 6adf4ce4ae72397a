package atelier.ui.settings;

import atelier.model.settings.ProblemReport;
import atelier.ui.component.CopyButton;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Atelier itself: its version, what it is built of, and how to report a problem. */
record AboutSection(SettingsModel model, Texts texts) {

    /** What Atelier is built of, each with its licence. */
    private static final List<String> PARTS =
            List.of(
                    "LibTorch BSD-3-Clause",
                    "DJL Apache-2.0",
                    "ONNX Runtime MIT",
                    "OpenJFX GPL-2.0 + Classpath Exception",
                    "AtlantaFX MIT",
                    "Ikonli Apache-2.0",
                    "Feather MIT",
                    "Inter OFL-1.1",
                    "Jackson Apache-2.0",
                    "SQLite JDBC Apache-2.0",
                    "TwelveMonkeys ImageIO BSD-3-Clause",
                    "picocli Apache-2.0",
                    "progressbar MIT",
                    "JLine BSD-3-Clause",
                    "JNA Apache-2.0",
                    "Commons Compress, Codec and IO Apache-2.0",
                    "Gson Apache-2.0",
                    "SLF4J MIT",
                    "Logback EPL-1.0",
                    "JSpecify Apache-2.0");

    Section view() {
        Section section = new Section(Section.Name.ABOUT, texts);
        VBox card = section.card();
        section.row(
                card,
                Phrase.of("settings.version", model.version()),
                Phrase.of("settings.licence"));
        section.row(card, Phrase.of("settings.parts"), Phrase.plain(String.join(" · ", PARTS)));
        Button gather = new Button("", Icons.of("file-text"));
        gather.setId("report");
        gather.textProperty().bind(texts.follow(Phrase.of("settings.report-gather")));
        gather.setOnAction(_ -> model.report());
        section.row(
                card, Phrase.of("settings.report"), Phrase.of("settings.report-detail"), gather);
        gathered(card);
        return section;
    }

    /** Where the zip lies and what is in it, so that it can be read before it is sent. */
    private void gathered(VBox card) {
        HBox row =
                Section.row(
                        card,
                        Bindings.createStringBinding(
                                () -> place(model.gathered().get()), model.gathered()),
                        Bindings.createStringBinding(
                                () -> contents(model.gathered().get()),
                                model.gathered(),
                                texts.language()),
                        CopyButton.of(texts, "copy-report", () -> place(model.gathered().get())));
        Label facts =
                Section.label(
                        Bindings.createStringBinding(
                                () -> facts(model.gathered().get()), model.gathered()),
                        "quiet",
                        "small-text",
                        "facts");
        facts.setId("report-facts");
        card.getChildren().add(facts);
        for (Node node : new Node[] {row, facts}) {
            node.managedProperty().bind(node.visibleProperty());
            node.visibleProperty().bind(model.gathered().isNotNull());
        }
    }

    private static String place(@Nullable ProblemReport report) {
        return report == null ? "" : report.file().toString();
    }

    private String contents(@Nullable ProblemReport report) {
        return report == null
                ? ""
                : report.parts().stream()
                        .map(part -> texts.say("settings.report-part", part.name(), part.bytes()))
                        .collect(Collectors.joining(", "));
    }

    private static String facts(@Nullable ProblemReport report) {
        return report == null ? "" : String.join("\n", report.facts());
    }
}
