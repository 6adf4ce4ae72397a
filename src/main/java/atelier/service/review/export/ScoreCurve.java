package atelier.service.review.export;

import atelier.model.review.Column;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.service.training.curves.Curve;
import atelier.service.training.curves.Panel;
import atelier.service.training.curves.PanelPicture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scores over the training, from the plain model through the checkpoints: each as a share of what
 * the references reach among themselves. Of several base models and strengths it shows those of the
 * best checkpoint.
 */
final class ScoreCurve {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 320;

    private ScoreCurve() {}

    /**
     * The picture; empty where fewer than two checkpoints tell their step, or nothing has a
     * ceiling.
     */
    static Optional<BufferedImage> draw(ComparisonScores scores) {
        return scores.best().flatMap(best -> draw(points(scores, best)));
    }

    /** The plain model, then the checkpoints, in the order of their steps. */
    static List<ColumnScore> points(ComparisonScores scores, ColumnScore best) {
        return scores.columns().stream()
                .filter(score -> score.model().equals(best.model()))
                .filter(score ->
                        score.column().isBaseline()
                                || (score.column().strength() == best.column().strength()
                                        && score.column().step() > 0))
                .sorted(Comparator.comparingLong(score -> score.column().step()))
                .toList();
    }

    private static Optional<BufferedImage> draw(List<ColumnScore> points) {
        long checkpoints =
                points.stream().map(ColumnScore::column).filter(ScoreCurve::isAdapter).count();
        if (checkpoints < 2) {
            return Optional.empty();
        }
        List<Curve> curves = new ArrayList<>();
        add(curves, "SSIM", Curve.Look.SPEED, points, share(Metric.SSIM));
        add(curves, "features", Curve.Look.RATE, points, share(Metric.FEATURES));
        add(curves, "CLIP-I", Curve.Look.SCORE, points, share(Metric.CLIP_IMAGE));
        add(curves, "quality", Curve.Look.MAIN, points, ColumnScore::quality);
        return Optional.of(
                PanelPicture.draw(
                        new Panel("Share of the ceiling", "", curves, false),
                        WIDTH,
                        HEIGHT,
                        points.getLast().column().step()));
    }

    private static boolean isAdapter(Column column) {
        return !column.isBaseline();
    }

    private static Function<ColumnScore, @Nullable Double> share(Metric metric) {
        return score -> score.shares().get(metric);
    }

    private static void add(
            List<Curve> curves,
            String name,
            Curve.Look look,
            List<ColumnScore> points,
            Function<ColumnScore, @Nullable Double> value) {
        List<ColumnScore> known =
                points.stream().filter(point -> value.apply(point) != null).toList();
        if (!known.isEmpty()) {
            curves.add(
                    new Curve(
                            name,
                            look,
                            known.stream().mapToDouble(point -> point.column().step()).toArray(),
                            known.stream()
                                    .map(value)
                                    .mapToDouble(number -> number == null ? 0 : number)
                                    .toArray()));
        }
    }
}
