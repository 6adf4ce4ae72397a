package atelier.ui.review;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.ui.text.Texts;
import atelier.ui.theme.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What the scores say beyond numbers: the ceiling, leaks, copies, and what is not measured. */
final class ScoreFindings {

    private final ScoresModel model;
    private final Texts texts;

    ScoreFindings(ScoresModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** A line for each. */
    List<Node> of(OpenComparison open) {
        ComparisonScores scores = model.scores().get();
        if (scores == null) {
            return List.of();
        }
        List<Node> lines = new ArrayList<>();
        Double ceiling = scores.ceilings().get(Metric.CLIP_IMAGE);
        if (ceiling != null) {
            lines.add(
                    line(
                            "info",
                            "quiet",
                            texts.say("review.ceiling-is", scores.references(), ceiling)));
        }
        ReviewWords words = new ReviewWords(texts, open.comparison().axes());
        model.leader().ifPresent(leader -> leak(leader, words).ifPresent(lines::add));
        model.columns().forEach(score -> copies(score, open, words).ifPresent(lines::add));
        faces(scores).ifPresent(lines::add);
        scores.remarks().forEach(remark -> lines.add(line("info", "quiet", texts.said(remark))));
        return lines;
    }

    private Optional<Node> leak(ColumnScore score, ReviewWords words) {
        Double leak = score.leak();
        if (leak == null) {
            return Optional.empty();
        }
        boolean leaks = score.leaks();
        return Optional.of(
                line(
                        leaks ? "alert-triangle" : "check-circle",
                        leaks ? "warn" : "good",
                        texts.say(
                                leaks ? "review.leaks" : "review.no-leak",
                                words.column(score.column()),
                                Math.max(0, leak))));
    }

    private Optional<Node> copies(ColumnScore score, OpenComparison open, ReviewWords words) {
        return open.cells().stream()
                .filter(cell -> score.copies().contains(cell.id()))
                .map(cell -> nearest(open, cell))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(NearestPicture::cosine))
                .map(nearest ->
                        line(
                                "alert-triangle",
                                "warn",
                                texts.say(
                                        "review.copies",
                                        words.column(score.column()),
                                        nearest.cosine(),
                                        nearest.name())));
    }

    /** In how many cells no face is to be seen, where anybody looked. */
    private Optional<Node> faces(ComparisonScores scores) {
        long faceless = scores.cells().values().stream().filter(CellScore::faceless).count();
        if (faceless == 0 && !scores.metrics().contains(Metric.IDENTITY)) {
            return Optional.empty();
        }
        return Optional.of(
                line(
                        faceless > 0 ? "user-x" : "check-circle",
                        faceless > 0 ? "warn" : "good",
                        texts.say(
                                faceless > 0 ? "review.faceless" : "review.all-faces",
                                faceless,
                                scores.cells().size())));
    }

    private static Optional<NearestPicture> nearest(OpenComparison open, Cell cell) {
        return Optional.ofNullable(open.score(cell)).map(CellScore::nearest);
    }

    private static Label line(String icon, String style, String words) {
        Label line = new Label(words, Icons.of(icon, 14));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setGraphicTextGap(8);
        line.getStyleClass().addAll("small-text", "finding-line", style);
        return line;
    }
}
