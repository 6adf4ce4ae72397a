package atelier.ui.library;

import atelier.model.library.HealthFinding;
import atelier.model.library.HealthGrade;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A finding of the health check with its repair on the same line. */
final class FindingRow extends HBox {

    FindingRow(HealthFinding finding, LibraryModel model, Texts texts) {
        super(10);
        String id = finding.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
        setId("finding-" + id);
        getStyleClass().add("finding-row");
        setAlignment(Pos.CENTER_LEFT);
        String words = texts.say("health.title-" + id, finding.name(), finding.number());
        Labeled title = title(finding, words, model);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label detail =
                new Label(texts.say("health.detail-" + id, finding.detail(), finding.number()));
        detail.getStyleClass().addAll("quiet", "small-text");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox lines = new VBox(1, title, detail);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(icon(finding.trouble().grade(), texts), lines);
        if (finding.trouble().canBeRepaired()) {
            Button repair = new Button(texts.say("health.repair-" + id, finding.detail()));
            repair.getStyleClass().add("small");
            repair.setMinWidth(USE_PREF_SIZE);
            repair.setAccessibleText(texts.say("health.repair-of", repair.getText(), words));
            repair.setOnAction(_ -> model.health().repair(finding));
            getChildren().add(repair);
        }
    }

    private static Labeled title(HealthFinding finding, String words, LibraryModel model) {
        if (!HealthModel.leadsSomewhere(finding)) {
            Label title = new Label(words);
            title.getStyleClass().add("name");
            return title;
        }
        Hyperlink title = new Hyperlink(words);
        title.getStyleClass().add("name");
        title.setOnAction(_ -> model.open(finding));
        return title;
    }

    private static Label icon(HealthGrade grade, Texts texts) {
        Label icon =
                new Label(
                        "",
                        Icons.of(
                                switch (grade) {
                                    case BROKEN -> "alert-circle";
                                    case DECIDE -> "alert-triangle";
                                    case TIDY -> "info";
                                }));
        icon.getStyleClass()
                .add(
                        switch (grade) {
                            case BROKEN -> "bad";
                            case DECIDE -> "warn";
                            case TIDY -> "act";
                        });
        icon.setAccessibleText(texts.say("health.grade-" + grade.name().toLowerCase(Locale.ROOT)));
        return icon;
    }
}
