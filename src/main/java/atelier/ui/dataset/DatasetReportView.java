package atelier.ui.dataset;

import atelier.model.dataset.BucketCount;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetReport;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows what training will get: what is cut off, enlarged or left out, and the sizes. */
record DatasetReportView(Texts texts) {

    private static final int MOST_BUCKETS = 4;
    private static final double WIDE = 92;
    private static final double COUNT = 28;

    /** Fills the report's card. */
    void show(DatasetReport report, Label enough, Pane facts, Pane buckets) {
        int count = report.pictures().size();
        boolean plenty = count >= Dataset.FEWEST;
        enough.setText(texts.say("dataset.enough", count));
        enough.setGraphic(Icons.of(plenty ? "check" : "alert-triangle"));
        enough.getStyleClass().removeAll("good", "warn");
        enough.getStyleClass().add(plenty ? "good" : "warn");
        facts.getChildren()
                .setAll(
                        fact(
                                "crop",
                                texts.say("dataset.cropped", report.cropped()),
                                texts.say("dataset.cropped-more", report.meanLoss())),
                        fact(
                                "maximize-2",
                                texts.say("dataset.enlarged", report.enlarged()),
                                texts.say("dataset.enlarged-more", report.mostEnlarged())),
                        fact(
                                "copy",
                                texts.say("dataset.out", report.leftOut().size()),
                                texts.say("dataset.out-more")));
        List<Node> bars = new ArrayList<>();
        int most = report.buckets().stream().mapToInt(BucketCount::pictures).max().orElse(1);
        report.buckets().stream()
                .limit(MOST_BUCKETS)
                .forEach(bucket -> bars.add(bar(bucket, most)));
        buckets.getChildren().setAll(bars);
    }

    private static HBox fact(String icon, String words, String more) {
        Label bold = new Label(words);
        bold.getStyleClass().addAll("name", "small-text");
        Label quiet = new Label(more);
        quiet.getStyleClass().addAll("quiet", "small-text");
        for (Label label : new Label[] {bold, quiet}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        Node sign = Icons.of(icon);
        sign.getStyleClass().add("quiet");
        HBox fact = new HBox(8, sign, new VBox(1, bold, quiet));
        fact.setAlignment(Pos.TOP_LEFT);
        return fact;
    }

    private HBox bar(BucketCount bucket, int most) {
        Label size =
                new Label(texts.say("dataset.size-of", "" + bucket.width(), "" + bucket.height()));
        size.getStyleClass().addAll("quiet", "small-text");
        size.setMinWidth(WIDE);
        ProgressBar bar = new ProgressBar((double) bucket.pictures() / most);
        bar.getStyleClass().addAll("small", "bucket");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label count = new Label(texts.say("dataset.number", bucket.pictures()));
        count.getStyleClass().addAll("value", "small-text");
        count.setMinWidth(COUNT);
        count.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, size, bar, count);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
