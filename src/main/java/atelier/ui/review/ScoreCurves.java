package atelier.ui.review;

import atelier.model.review.ColumnScore;
import atelier.model.review.Metric;
import atelier.ui.component.ChartContent;
import atelier.ui.component.Curve;
import atelier.ui.component.CurveChart;
import atelier.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Scores over the training, from the plain model through the checkpoints, each as a share of what
 * the references reach among themselves; that is the dashed line.
 */
final class ScoreCurves {

    private final CurveChart chart;
    private final FlowPane legend;
    private final ScoresModel model;
    private final Texts texts;

    /**
     * @param chart that the curves go into
     * @param legend that tells which is which
     */
    ScoreCurves(CurveChart chart, FlowPane legend, ScoresModel model, Texts texts) {
        this.chart = chart;
        this.legend = legend;
        this.model = model;
        this.texts = texts;
        for (Region part : new Region[] {chart, legend}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /** Shows what there is; nothing where it makes no curve. */
    void show() {
        List<ColumnScore> points = model.curve();
        List<Curve> curves = new ArrayList<>();
        legend.getChildren().clear();
        add(curves, points, "ssim", Metric.SSIM);
        add(curves, points, "features", Metric.FEATURES);
        add(curves, points, "clip", Metric.CLIP_IMAGE);
        add(curves, points, "quality", ScoreChoice.QUALITY.key(), ColumnScore::quality);
        chart.setVisible(!curves.isEmpty());
        legend.setVisible(!curves.isEmpty());
        if (curves.isEmpty()) {
            return;
        }
        double end = points.getLast().column().step();
        curves.addFirst(new Curve("ceiling", new double[] {0, end}, new double[] {1, 1}, false));
        legend.getChildren().add(legend("ceiling", texts.say("review.ceiling")));
        chart.words(
                step -> texts.say("review.axis-step", Math.round(step)),
                share -> texts.say("review.percent", share),
                "");
        Optional<ColumnScore> leader =
                model.leader().filter(score -> points.contains(score) && score.quality() != null);
        chart.setAccessibleText(texts.say("review.curves"));
        chart.show(new ChartContent(end, curves, false, null, leader.map(this::mark).orElse(null)));
    }

    private ChartContent.@Nullable Mark mark(ColumnScore score) {
        Double quality = score.quality();
        return quality == null
                ? null
                : new ChartContent.Mark(
                        score.column().step(),
                        quality,
                        texts.say("review.axis-step", score.column().step()));
    }

    private void add(List<Curve> curves, List<ColumnScore> points, String style, Metric metric) {
        add(
                curves,
                points,
                style,
                new ScoreChoice(metric).key(),
                score -> score.shares().get(metric));
    }

    private void add(
            List<Curve> curves,
            List<ColumnScore> points,
            String style,
            String name,
            Function<ColumnScore, @Nullable Double> value) {
        List<ColumnScore> known =
                points.stream().filter(point -> value.apply(point) != null).toList();
        if (known.size() > 1) {
            curves.add(
                    new Curve(
                            style,
                            known.stream().mapToDouble(point -> point.column().step()).toArray(),
                            known.stream()
                                    .map(value)
                                    .mapToDouble(number -> number == null ? 0 : number)
                                    .toArray(),
                            true));
            legend.getChildren().addFirst(legend(style, texts.say(name)));
        }
    }

    private static Label legend(String style, String words) {
        Region line = new Region();
        line.getStyleClass().addAll("legend-line", style);
        Label label = new Label(words, line);
        label.getStyleClass().addAll("quiet", "small-text");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
