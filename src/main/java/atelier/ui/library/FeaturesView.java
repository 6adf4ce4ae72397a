package atelier.ui.library;

import atelier.model.library.CharacterRecord;
import atelier.model.review.FeatureShare;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.ui.component.CopyButton;
import atelier.ui.text.Phrase;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What is seen in a character's pictures: the two surest values of each category, the prompt that
 * says it, and the button that has it looked at.
 */
public final class FeaturesView extends VBox {

    private static final double GAP = 8;
    private static final double CHIPS = 240;

    /** Brings a name to the height of the chips' words. */
    private static final Insets BESIDE_CHIPS = new Insets(3, 0, 0, 0);

    /** Categories of the lists that come along; others are shown as they are written. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "face shape", "feature.face-shape",
                    "eyes", "feature.eyes",
                    "eye shape", "feature.eye-shape",
                    "facial hair", "feature.facial-hair",
                    "hairstyle", "feature.hairstyle",
                    "hair colour", "feature.hair-colour",
                    "clothing colour", "feature.clothing-colour",
                    "style", "feature.style",
                    "expression", "feature.expression",
                    "background", "feature.background");

    private final Label title = new Label();
    private final Button analyze = new Button("", Icons.of("eye"));
    private final Label none = new Label();
    private final GridPane features = new GridPane(GAP, GAP);
    private final Label prompt = new Label();
    private final HBox foot = new HBox(GAP);

    /** Empty; {@link #begin} gives it words. */
    public FeaturesView() {
        super(GAP);
        title.getStyleClass().add("section");
        title.setMinWidth(USE_PREF_SIZE);
        analyze.setId("character-analyze");
        analyze.getStyleClass().add("small");
        analyze.setMinWidth(USE_PREF_SIZE);
        none.getStyleClass().addAll("quiet", "small-text");
        none.setId("character-unseen");
        features.setId("character-features");
        prompt.setId("character-prompt");
        for (Label label : new Label[] {none, prompt}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        foot.setAlignment(Pos.CENTER_LEFT);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(GAP, title, between, analyze);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, none, features, prompt, foot);
        getChildren().forEach(node -> node.managedProperty().bind(node.visibleProperty()));
    }

    /**
     * Gives it words.
     *
     * @param order has the pictures looked at
     */
    void begin(Texts texts, Runnable order) {
        title.textProperty().bind(texts.follow(Phrase.of("library.features")));
        analyze.setOnAction(_ -> order.run());
    }

    /**
     * Shows what was seen.
     *
     * @param running whether it is being looked
     * @param seen null where nobody has looked
     * @param page tells all of it
     * @param open shows that
     */
    void show(
            Texts texts,
            CharacterRecord character,
            boolean running,
            boolean pictures,
            @Nullable SubjectAnalysis seen,
            Path page,
            Consumer<Path> open) {
        analyze.setText(
                texts.say(
                        running
                                ? "library.analyzing"
                                : seen == null ? "library.analyze" : "library.analyze-again"));
        analyze.setAccessibleText(analyze.getText() + ": " + character.name());
        analyze.setDisable(running || !pictures);
        none.setVisible(seen == null);
        none.setText(texts.say("library.no-features"));
        features.setVisible(seen != null);
        prompt.setVisible(seen != null);
        foot.setVisible(seen != null);
        features.getChildren().clear();
        if (seen != null) {
            seen.overall().forEach(one -> addRow(texts, one));
            prompt.setText(seen.prompt());
            Hyperlink all = new Hyperlink(texts.say("library.all-features"));
            all.setId("character-analysis");
            all.setOnAction(_ -> open.accept(page));
            foot.getChildren().setAll(CopyButton.of(texts, "copy-prompt", seen::prompt), all);
        }
    }

    private void addRow(Texts texts, SeenFeatures one) {
        String key = NAMES.get(one.category());
        Label name = new Label(key == null ? one.category() : texts.say(key));
        name.getStyleClass().addAll("quiet", "small-text");
        name.setMinWidth(USE_PREF_SIZE);
        name.setPadding(BESIDE_CHIPS);
        GridPane.setValignment(name, VPos.TOP);
        FlowPane chips = new FlowPane(GAP / 2, GAP / 2);
        chips.setPrefWrapLength(CHIPS);
        for (FeatureShare share : one.best()) {
            Label chip =
                    new Label(texts.say("library.feature-share", share.value(), share.share()));
            chip.getStyleClass().setAll("chip", "still");
            if (chips.getChildren().isEmpty()) {
                chip.getStyleClass().add("accent");
            }
            chips.getChildren().add(chip);
        }
        GridPane.setHgrow(chips, Priority.ALWAYS);
        features.addRow(features.getRowCount(), name, chips);
    }
}
