package atelier.ui.library;

import atelier.model.library.HealthGrade;
import atelier.model.library.HealthReport;
import atelier.ui.component.EmptyState;
import atelier.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether the library is sound, what was found, and the repairs. */
public final class HealthController {

    private final LibraryModel model;
    private final Texts texts;
    private final Moments moments;
    private final Consumer<Consumer<List<Path>>> choose;

    @FXML private HBox grades;
    @FXML private Label when;
    @FXML private Button check;
    @FXML private Button relink;
    @FXML private ProgressBar checking;
    @FXML private VBox card;
    @FXML private HBox safe;
    @FXML private Label safeWords;
    @FXML private Button repair;
    @FXML private VBox findings;
    @FXML private EmptyState sound;

    /**
     * Shows the health of that model.
     *
     * @param choose asks the user for lists of files and hands on what was chosen
     */
    public HealthController(
            LibraryModel model,
            Texts texts,
            Moments moments,
            Consumer<Consumer<List<Path>>> choose) {
        this.model = model;
        this.texts = texts;
        this.moments = moments;
        this.choose = choose;
    }

    @FXML
    void initialize() {
        HealthModel health = model.health();
        check.setOnAction(_ -> health.check(true));
        check.disableProperty().bind(health.checking());
        checking.visibleProperty().bind(health.checking());
        repair.setOnAction(_ -> health.repairSafe());
        relink.setOnAction(_ -> choose.accept(health::relink));
        for (Region part : new Region[] {card, safe, sound}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        health.report().subscribe((_, _) -> show());
        texts.language().subscribe((_, _) -> show());
        show();
    }

    private void show() {
        HealthReport report = model.health().report().get();
        grades.getChildren().clear();
        findings.getChildren().clear();
        boolean found = report != null && !report.findings().isEmpty();
        card.setVisible(found);
        sound.setVisible(report != null && !found);
        if (report == null) {
            when.setText(texts.say("health.not-yet"));
            return;
        }
        when.setText(texts.say("health.when", report.items(), moments.say(report.when())));
        for (HealthGrade grade : HealthGrade.values()) {
            int count = report.count(grade);
            if (count > 0) {
                grades.getChildren().add(chip(grade, count));
            }
        }
        int safeRepairs = report.safe().size();
        safe.setVisible(safeRepairs > 0);
        safeWords.setText(texts.say("health.safe", safeRepairs));
        repair.setText(texts.say("health.repair", safeRepairs));
        report.findings()
                .forEach(finding ->
                        findings.getChildren().add(new FindingRow(finding, model, texts)));
    }

    private Label chip(HealthGrade grade, int count) {
        Label chip =
                new Label(
                        texts.say("health.count-" + grade.name().toLowerCase(Locale.ROOT), count));
        chip.getStyleClass().setAll("chip", "still");
        switch (grade) {
            case BROKEN -> chip.getStyleClass().add("bad");
            case DECIDE -> chip.getStyleClass().add("warn");
            case TIDY -> chip.setMinHeight(Region.USE_PREF_SIZE);
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
