package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.CellSettings;
import atelier.model.review.ComparedModel;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.IdenticalCells;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The axes of a comparison: a card for each that varies, a line for each that does not. */
final class AxisCards {

    private static final int MOST = 7;
    private static final double WIDEST = 172;

    private final Texts texts;
    private final Comparison comparison;
    private final List<Axis> axes;

    /** An axis with its values. */
    private record Axis(String key, String icon, List<String> values, boolean always) {

        /** Whether its values stand beside each other in the grid. */
        boolean isAcross() {
            return icon.equals("layers") || icon.equals("sliders");
        }
    }

    AxisCards(Texts texts, Comparison comparison) {
        this.texts = texts;
        this.comparison = comparison;
        ComparisonAxes all = comparison.axes();
        ReviewWords words = new ReviewWords(texts, all);
        axes =
                List.of(
                        new Axis(
                                "review.axis-adapter",
                                "layers",
                                Stream.concat(
                                                Stream.of(texts.say("review.no-adapter")),
                                                all.adapters().stream().map(words::adapter))
                                        .toList(),
                                true),
                        new Axis(
                                "review.axis-strength",
                                "sliders",
                                all.strengths().stream()
                                        .map(words::number)
                                        .map(texts::say)
                                        .toList(),
                                false),
                        new Axis(
                                "review.axis-prompt",
                                "type",
                                all.prompts().stream().map(ComparedPrompt::text).toList(),
                                true),
                        new Axis(
                                "review.axis-seed",
                                "hash",
                                all.seeds().stream().map(ReviewWords::text).toList(),
                                true),
                        new Axis(
                                "review.axis-model",
                                "box",
                                all.models().stream().map(ComparedModel::name).toList(),
                                false),
                        new Axis(
                                "review.axis-sampler",
                                "activity",
                                all.samplers().stream().map(words::sampler).toList(),
                                false),
                        new Axis(
                                "review.axis-steps",
                                "chevrons-right",
                                all.steps().stream()
                                        .map(steps -> texts.say("review.whole", steps))
                                        .toList(),
                                false),
                        new Axis(
                                "review.axis-guidance",
                                "compass",
                                all.guidances().stream()
                                        .map(words::number)
                                        .map(texts::say)
                                        .toList(),
                                false));
    }

    /** A card for each axis of several values, and for those that every comparison has. */
    List<Node> varying() {
        return axes.stream()
                .filter(axis -> axis.always() || axis.values().size() > 1)
                .map(this::card)
                .toList();
    }

    private Node card(Axis axis) {
        Label name =
                new Label(
                        texts.say(axis.key()) + (axis.isAcross() ? " →" : " ↓"),
                        Icons.of(axis.icon()));
        name.getStyleClass().add("name");
        name.setGraphicTextGap(8);
        FlowPane chips = new FlowPane(4, 4);
        // Else it would be as wide as the longest prompt.
        chips.setMinWidth(0);
        List<String> values = axis.values();
        int shown = values.size() > MOST ? MOST - 1 : values.size();
        for (int i = 0; i < shown; i++) {
            Label chip = chip(values.get(i));
            if (i == 0 && axis.icon().equals("layers")) {
                chip.getStyleClass().add("accent");
            }
            chips.getChildren().add(chip);
        }
        if (shown < values.size()) {
            chips.getChildren().add(chip(texts.say("review.more", values.size() - shown)));
        }
        VBox card = new VBox(8, name, chips);
        card.getStyleClass().addAll("card", "axis-card");
        return card;
    }

    private static Label chip(String words) {
        Label chip = new Label(words);
        chip.getStyleClass().addAll("chip", "still");
        chip.setMaxWidth(WIDEST);
        chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return chip;
    }

    /** A line for each axis of one value, and for the settings of all cells. */
    List<Node> alike() {
        List<Node> lines = new ArrayList<>();
        for (Axis axis : axes) {
            if (!axis.always() && axis.values().size() == 1) {
                lines.add(line(texts.say(axis.key()), axis.values().getFirst()));
            }
        }
        CellSettings settings = comparison.settings();
        lines.add(line(texts.say("review.size"), settings.width() + " × " + settings.height()));
        return lines;
    }

    /** How many cells there are, and how many of them are made. */
    List<Node> counts(int made) {
        ComparisonAxes all = comparison.axes();
        int others = all.models().size() * all.samplings().size();
        String factors =
                texts.say(
                        others > 1 ? "review.factors-more" : "review.factors",
                        all.columns().size(),
                        all.prompts().size(),
                        all.seeds().size(),
                        comparison.count(),
                        others);
        return List.of(
                line(texts.say("review.cells"), factors),
                line(
                        texts.say("review.made"),
                        texts.say("review.made-of", made, comparison.count())));
    }

    private static Node line(String what, String value) {
        Label name = new Label(what);
        name.getStyleClass().addAll("quiet", "small-text");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label(value);
        words.getStyleClass().addAll("value", "small-text");
        words.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, name, words);
    }

    /** What the first cells that are the same are, and what that means. */
    static String explain(Texts texts, ComparisonAxes axes, IdenticalCells group) {
        ReviewWords words = new ReviewWords(texts, axes);
        Cell first = group.cells().getFirst();
        Cell other = group.cells().get(1);
        return first.column().isBaseline() && first.isAcross(other)
                ? texts.say(
                        "review.no-effect",
                        words.column(other.column()),
                        other.prompt().text(),
                        ReviewWords.text(other.seed()))
                : texts.say("review.same-cells", words.cell(first), words.cell(other));
    }
}
