package atelier.ui.review;

import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Contender;
import atelier.model.review.Metric;
import atelier.model.review.QualityBand;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** The scores of each column: a line that can be chosen, the best with a star. */
final class ScoreTable {

    private static final double NUMBER = 58;
    private static final double DOT = 4;

    /** Those that tell most of a subject; what is not measured has no column. */
    private static final List<ScoreChoice> COLUMNS =
            List.of(
                    new ScoreChoice(Metric.CLIP_IMAGE),
                    new ScoreChoice(Metric.FEATURES),
                    ScoreChoice.QUALITY);

    private final VBox box;
    private final ScoresModel model;
    private final Texts texts;
    private final Consumer<Contender> choose;

    /**
     * @param box that the lines go into
     * @param choose hears of the line that is pressed
     */
    ScoreTable(VBox box, ScoresModel model, Texts texts, Consumer<Contender> choose) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        this.choose = choose;
    }

    /** Shows what was measured of a comparison. */
    void show(OpenComparison open) {
        ComparisonScores scores = model.scores().get();
        box.getChildren().clear();
        if (scores == null) {
            return;
        }
        List<ScoreChoice> columns =
                COLUMNS.stream().filter(ScoreChoice.of(scores)::contains).toList();
        List<ScoreChoice> shown =
                columns.isEmpty()
                        ? ScoreChoice.of(scores).stream().limit(COLUMNS.size()).toList()
                        : columns;
        box.getChildren().add(head(shown));
        ReviewWords words = new ReviewWords(texts, open.comparison().axes());
        Optional<Contender> best = scores.best().map(ScoresModel::contender);
        Optional<Contender> looked = model.leader().map(ScoresModel::contender);
        for (ColumnScore score : model.columns()) {
            Contender contender = ScoresModel.contender(score);
            box.getChildren()
                    .add(
                            line(
                                    score,
                                    score.column().isBaseline()
                                            ? texts.say("review.base")
                                            : words.column(score.column()),
                                    shown,
                                    scores,
                                    best.filter(contender::equals).isPresent(),
                                    looked.filter(contender::equals).isPresent()));
        }
    }

    private HBox head(List<ScoreChoice> columns) {
        HBox head =
                row(
                        name(texts.say("review.column"), false),
                        columns.stream()
                                .map(column -> number(texts.say(column.key()), null))
                                .toList());
        head.getStyleClass().add("score-head");
        return head;
    }

    private Node line(
            ColumnScore score,
            String name,
            List<ScoreChoice> columns,
            ComparisonScores scores,
            boolean best,
            boolean looked) {
        List<Label> numbers = new ArrayList<>();
        for (ScoreChoice column : columns) {
            Double value = column.of(score);
            numbers.add(
                    number(
                            value == null ? "–" : texts.say("number.hundredths", value),
                            value == null || column.metric() != null
                                    ? null
                                    : column.band(value, scores)));
        }
        ToggleButton line = new ToggleButton();
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.setGraphic(row(name(name, best), numbers));
        line.getStyleClass().setAll("score-line");
        line.setId("score-line-" + (score.column().isBaseline() ? "base" : score.column().step()));
        line.setMaxWidth(Double.MAX_VALUE);
        line.setSelected(looked);
        line.setAccessibleText(
                Stream.concat(Stream.of(name), numbers.stream().map(Label::getText))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(name));
        line.setOnAction(_ -> {
            line.setSelected(true);
            choose.accept(ScoresModel.contender(score));
        });
        return line;
    }

    private static HBox row(Label name, List<Label> numbers) {
        HBox row = new HBox(4, name);
        row.getChildren().addAll(numbers);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        return row;
    }

    private Label name(String words, boolean best) {
        Label name = new Label(words);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        if (best) {
            name.setGraphic(Icons.of("star", 12));
            name.getStyleClass().add("act");
        }
        return name;
    }

    private static Label number(String words, @Nullable QualityBand band) {
        Label number = new Label(words);
        number.setMinWidth(NUMBER);
        number.setPrefWidth(NUMBER);
        number.setAlignment(Pos.CENTER_RIGHT);
        if (band != null) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().setAll("score-dot", band.name().toLowerCase(Locale.ROOT));
            number.setGraphic(dot);
            number.setGraphicTextGap(4);
        }
        return number;
    }
}
