package atelier.ui.review;

import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Who stands where after some votes; while names are hidden, each has a shape instead. */
final class StandingRows {

    private static final List<String> SHAPES =
            List.of(
                    "circle",
                    "triangle",
                    "square",
                    "hexagon",
                    "octagon",
                    "star",
                    "heart",
                    "moon",
                    "sun",
                    "cloud",
                    "umbrella",
                    "anchor");
    private static final double NAME = 60;
    private static final double NUMBER = 52;
    private static final double WINS = 44;
    private static final double MARGIN = 1.05;
    private static final double MIDDLE = 1500;

    private final VBox box;
    private final BlindModel model;
    private final Texts texts;

    StandingRows(VBox box, BlindModel model, Texts texts) {
        this.box = box;
        this.model = model;
        this.texts = texts;
    }

    /** Shows how they stand now. */
    void show() {
        BlindState state = model.state().get();
        OpenComparison open = model.open();
        List<Node> rows = new ArrayList<>();
        if (open != null && !state.standings().isEmpty()) {
            rows.add(head());
            double reach = reach(state.standings());
            for (Standing standing : state.standings()) {
                rows.add(row(standing, state, open, reach));
            }
        }
        box.getChildren().setAll(rows);
    }

    /** How far from the middle the scale goes. */
    private static double reach(List<Standing> standings) {
        return MARGIN
                * standings.stream()
                        .mapToDouble(one -> Math.abs(one.elo() - MIDDLE) + one.range())
                        .max()
                        .orElse(1);
    }

    private HBox head() {
        Label name = label(texts.say("review.elo-range"), "quiet", "small-text");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head =
                new HBox(
                        8,
                        name,
                        number(texts.say("review.elo"), NUMBER, "quiet", "small-text"),
                        number(texts.say("review.wins"), WINS, "quiet", "small-text"));
        head.getStyleClass().add("standing-row");
        return head;
    }

    private HBox row(Standing standing, BlindState state, OpenComparison open, double reach) {
        Label name = name(standing.contender(), state, open);
        RangeBar bar =
                new RangeBar(
                        share(standing.elo() - standing.range(), reach),
                        share(standing.elo(), reach),
                        share(standing.elo() + standing.range(), reach));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label elo = number(texts.say("review.elo-of", Math.round(standing.elo())), NUMBER, "name");
        Label range =
                number(
                        texts.say("review.elo-plus", Math.round(standing.range())),
                        NUMBER,
                        "quiet",
                        "caption-text");
        Label wins =
                number(
                        Double.isNaN(standing.winRate())
                                ? "–"
                                : texts.say("review.percent", standing.winRate()),
                        WINS,
                        "name");
        HBox row = new HBox(8, name, bar, new VBox(elo, range), wins);
        row.getStyleClass().add("standing-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(
                name.getAccessibleText() + ", " + elo.getText() + ' ' + range.getText());
        return row;
    }

    private static double share(double elo, double reach) {
        return (elo - MIDDLE + reach) / (2 * reach);
    }

    private Label name(Contender contender, BlindState state, OpenComparison open) {
        int number = state.contenders().indexOf(contender);
        String shape = SHAPES.get(Math.max(0, number) % SHAPES.size());
        Label name = new Label("", Icons.of(shape));
        if (model.revealed().get()) {
            name.setText(name(contender, open));
            name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            name.setMinWidth(NAME);
            name.setMaxWidth(NAME);
        }
        name.setAccessibleText(
                model.revealed().get()
                        ? name.getText()
                        : texts.say("review.contender", number + 1));
        return name;
    }

    /** What a contender is called. */
    String name(Contender contender, OpenComparison open) {
        String column = new ReviewWords(texts, open.comparison().axes()).column(contender.column());
        return open.comparison().axes().models().size() > 1
                ? contender.model() + " · " + column
                : column;
    }

    private static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Label number(String words, double width, String... styles) {
        Label label = label(words, styles);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
