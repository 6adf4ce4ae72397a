package atelier.service.review.export;

import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.QualityBand;
import atelier.service.page.Html;
import atelier.service.page.InlinePicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * The scores of a comparison on its page: a curve, a table of the checkpoints, and what to mind.
 */
final class ScoreSection {

    /** The most that may show where nobody asked for the subject. */
    private static final double MOST_LEAK = 0.4;

    private final ComparisonAxes axes;
    private final ComparisonScores scores;

    ScoreSection(ComparisonAxes axes, ComparisonScores scores) {
        this.axes = axes;
        this.scores = scores;
    }

    void write(Html html) {
        html.raw("<section class=\"card\"><h2>Scores</h2>");
        scores.best()
                .ifPresent(best ->
                        html.add(
                                "<p><b>%s</b> leads: quality %s, %s.</p>",
                                axes.label(best.column()),
                                Numbers.score(best.quality()),
                                band(best)));
        ScoreCurve.draw(scores)
                .ifPresent(curve ->
                        html.add(
                                "<img class=\"scorecurve\" alt=\"Scores over the training\" src=\"%s\">",
                                InlinePicture.address("png", png(curve))));
        table(html);
        html.raw("<p class=\"quiet\">");
        if (!scores.ceilings().isEmpty()) {
            html.add(
                    "In brackets: share of the ceiling, what %d pictures of the subject reach among themselves (%s). ",
                    scores.references(), ceilings());
        }
        html.add(
                "Quality weighs these shares; leak is the gain without the trigger over that with it.</p>");
        scores.remarks().forEach(remark -> html.add("<p class=\"quiet\">%s</p>", remark));
        html.raw("</section>");
    }

    private static String band(ColumnScore score) {
        Double quality = score.quality();
        return quality == null ? "" : QualityBand.of(quality).label();
    }

    private String ceilings() {
        return scores.metrics().stream()
                .filter(scores.ceilings()::containsKey)
                .map(metric -> metric.label() + " " + Numbers.score(scores.ceilings().get(metric)))
                .collect(Collectors.joining(", "));
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void table(Html html) {
        boolean models = axes.models().size() > 1;
        html.raw("<div class=\"sheet\"><table class=\"figures\"><thead><tr>");
        if (models) {
            html.raw("<th>Model</th>");
        }
        html.raw("<th>Adapter</th>");
        scores.metrics().forEach(metric -> html.add("<th>%s</th>", metric.label()));
        html.raw(
                "<th>Quality</th><th></th><th>Leak</th><th>May be copies</th><th>No face</th></tr></thead><tbody>");
        for (ColumnScore score : scores.columns()) {
            html.raw(isBest(score) ? "<tr class=\"best\">" : "<tr>");
            if (models) {
                html.add("<td>%s</td>", score.model());
            }
            html.add("<td>%s</td>", axes.label(score.column()));
            scores.metrics().forEach(metric -> value(html, score, metric));
            html.add(
                    "<td>%s</td><td>%s</td><td class=\"%s\">%s</td><td class=\"%s\">%s</td>",
                    Numbers.score(score.quality()),
                    band(score),
                    isLeaky(score) ? "warned" : "",
                    Numbers.percent(score.leak()),
                    score.copies().isEmpty() ? "" : "warned",
                    score.copies().isEmpty()
                            ? "–"
                            : score.copies().size() + " of " + score.cells());
            html.add(
                    "<td class=\"%s\">%s</td></tr>",
                    score.faceless().isEmpty() ? "" : "warned",
                    score.faceless().isEmpty() ? "–" : score.faceless().size());
        }
        html.raw("</tbody></table></div>");
    }

    private boolean isBest(ColumnScore score) {
        return scores.best().filter(score::equals).isPresent();
    }

    private static boolean isLeaky(ColumnScore score) {
        Double leak = score.leak();
        return leak != null && leak > MOST_LEAK;
    }

    private static void value(Html html, ColumnScore score, Metric metric) {
        String share =
                score.shares().containsKey(metric)
                        ? " (" + Numbers.percent(score.shares().get(metric)) + ")"
                        : "";
        html.add("<td>%s<span>%s</span></td>", Numbers.score(score.means().get(metric)), share);
    }
}
