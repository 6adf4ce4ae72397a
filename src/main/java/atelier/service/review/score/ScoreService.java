package atelier.service.review.score;

import atelier.engine.score.Cosine;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Measures the cells of a comparison, finished or not: how like the subject they are, held against
 * what the references reach among themselves; how like their prompts; and whether they copy a
 * training picture.
 */
public final class ScoreService {

    private static final String STAGE = "Comparing structure";

    private final ScoreNetworks networks;
    private final PictureReader pictures;

    /**
     * @param networks that look and read
     * @param pictures reads cells and references
     */
    public ScoreService(ScoreNetworks networks, PictureReader pictures) {
        this.networks = networks;
        this.pictures = pictures;
    }

    /**
     * Measures every cell that is made, and writes down what came of it beside them.
     *
     * @throws atelier.model.AtelierException if a picture or a network cannot be read
     */
    public ComparisonScores score(
            ComparisonFolder folder,
            ScoreOrder order,
            ProgressListener progress,
            CancelToken cancel) {
        Comparison comparison = folder.comparison();
        List<String> remarks = remarks(order);
        SequencedMap<Metric, Likeness> looking =
                new LinkedHashMap<>(networks.likenesses(order.networks()));
        Optional<SubjectAnalysis> analysis =
                looking.containsKey(Metric.CLIP_IMAGE)
                        ? new AnalysisChoice(networks).of(order, remarks)
                        : Optional.empty();
        if (analysis.isPresent()) {
            // CLIP tells them, by what the analysis says of the subject.
            looking.remove(Metric.FEATURES);
        }
        List<Cell> cells = comparison.cells().stream().filter(folder::has).toList();
        Pass pass =
                new Pass(
                        folder,
                        order,
                        cells,
                        new PictureEmbeddings(pictures, progress, cancel),
                        new CellMeasures(),
                        analysis,
                        cancel);
        for (Map.Entry<Metric, Likeness> one : looking.entrySet()) {
            look(pass, one.getKey(), one.getValue());
        }
        networks.faces(order.networks())
                .ifPresent(finder ->
                        new FaceScorer(finder, pass.embeddings())
                                .score(cells, pass.files(), order.references(), pass.measures()));
        structure(pass, comparison, progress);
        new BaselineScorer(pictures, folder, pass.measures())
                .score(cells, networks.distance(), progress, cancel);
        Map<String, CellScore> scores = pass.measures().scores(cells, order.weights());
        ComparisonScores all =
                new ComparisonScores(
                        metrics(scores),
                        pass.measures().ceilings(),
                        order.references().size(),
                        scores,
                        new ColumnScorer(scores, pass.measures().ceilings()).of(cells),
                        remarks);
        ScoresFile.write(folder, all);
        return all;
    }

    /** What was measured last in a folder; empty where nothing was. */
    public static Optional<ComparisonScores> last(ComparisonFolder folder) {
        return ScoresFile.read(folder);
    }

    /**
     * The same measures with other weights of the quality; nothing is measured or written.
     *
     * @param all the cells of the comparison, in their order
     */
    public static ComparisonScores weighed(
            ComparisonScores scores, List<Cell> all, QualityWeights weights) {
        Map<String, CellScore> cells = new HashMap<>();
        scores.cells()
                .forEach((id, score) -> {
                    double quality = weights.quality(Shares.of(score.values(), scores.ceilings()));
                    cells.put(id, score.withQuality(Double.isNaN(quality) ? null : quality));
                });
        List<Cell> measured = all.stream().filter(cell -> cells.containsKey(cell.id())).toList();
        return new ComparisonScores(
                scores.metrics(),
                scores.ceilings(),
                scores.references(),
                cells,
                new ColumnScorer(cells, scores.ceilings()).of(measured),
                scores.remarks());
    }

    private record Pass(
            ComparisonFolder folder,
            ScoreOrder order,
            List<Cell> cells,
            PictureEmbeddings embeddings,
            CellMeasures measures,
            Optional<SubjectAnalysis> analysis,
            CancelToken cancel) {

        List<Path> files() {
            return cells.stream().map(folder::cell).toList();
        }
    }

    private void look(Pass pass, Metric metric, Likeness likeness) {
        List<Path> references = pass.order().references();
        boolean clip = metric == Metric.CLIP_IMAGE;
        if (references.isEmpty() && !clip) {
            return;
        }
        List<float[]> known = pass.embeddings().of(likeness, references);
        List<float[]> seen = pass.embeddings().of(likeness, pass.files());
        if (!known.isEmpty()) {
            for (int i = 0; i < seen.size(); i++) {
                pass.measures()
                        .put(
                                pass.cells().get(i),
                                metric,
                                Cosines.mean(List.of(seen.get(i)), known));
            }
        }
        if (known.size() > 1) {
            pass.measures().ceiling(metric, Cosines.meanAmong(known));
        }
        if (clip) {
            read(pass, seen);
            copies(pass, likeness, seen);
            features(pass, known, seen);
        }
    }

    /** How like their prompts cells are. */
    private void read(Pass pass, List<float[]> seen) {
        Optional<TextLikeness> reader = networks.texts(pass.order().networks());
        if (reader.isEmpty()) {
            return;
        }
        Map<String, float[]> byText =
                TextPlaces.of(
                        pass.cells().stream().map(cell -> cell.prompt().text()).distinct().toList(),
                        reader.get(),
                        pass.cancel());
        for (int i = 0; i < seen.size(); i++) {
            Cell cell = pass.cells().get(i);
            float[] text = byText.get(cell.prompt().text());
            if (text != null) {
                pass.measures().put(cell, Metric.CLIP_TEXT, Cosine.of(seen.get(i), text));
            }
        }
    }

    private static void copies(Pass pass, Likeness likeness, List<float[]> seen) {
        List<Path> training = pass.order().training();
        if (training.isEmpty()) {
            return;
        }
        CopyCheck check = new CopyCheck(training, pass.embeddings().of(likeness, training));
        for (int i = 0; i < seen.size(); i++) {
            NearestPicture nearest = check.nearest(seen.get(i));
            pass.measures().putNearest(pass.cells().get(i), nearest, check.copies(nearest));
        }
    }

    /** How well cells show what an analysis says of the subject. */
    private void features(Pass pass, List<float[]> known, List<float[]> seen) {
        Optional<TextLikeness> reader = networks.texts(pass.order().networks());
        if (reader.isPresent() && pass.analysis().isPresent()) {
            FeatureScorer scorer =
                    FeatureScorer.reading(pass.analysis().get(), reader.get(), pass.cancel());
            for (int i = 0; i < seen.size(); i++) {
                pass.measures()
                        .put(pass.cells().get(i), Metric.FEATURES, scorer.match(seen.get(i)));
            }
            scorer.ceiling(pass.order().references(), known)
                    .ifPresent(most -> pass.measures().ceiling(Metric.FEATURES, most));
        }
    }

    /** How like the subject the structure of cells is. */
    private void structure(Pass pass, Comparison comparison, ProgressListener progress) {
        List<Path> references = pass.order().references();
        if (references.isEmpty()) {
            return;
        }
        StructureScorer scorer = new StructureScorer(pictures, comparison.settings(), references);
        List<Cell> cells = pass.cells();
        for (int i = 0; i < cells.size(); i++) {
            pass.cancel().check();
            progress.progressed(Progress.of(STAGE, i, cells.size(), "picture"));
            Cell cell = cells.get(i);
            pass.measures().put(cell, Metric.SSIM, scorer.likeness(pass.folder().cell(cell)));
        }
        progress.progressed(Progress.of(STAGE, cells.size(), cells.size(), "picture"));
        if (references.size() > 1) {
            pass.measures().ceiling(Metric.SSIM, scorer.ceiling());
        }
    }

    private static List<Metric> metrics(Map<String, CellScore> scores) {
        return List.of(Metric.values()).stream()
                .filter(metric ->
                        scores.values().stream()
                                .anyMatch(score -> score.values().containsKey(metric)))
                .toList();
    }

    private List<String> remarks(ScoreOrder order) {
        List<String> remarks = new ArrayList<>(networks.absent(order.networks()));
        if (order.references().isEmpty()) {
            remarks.add(
                    "How like the subject the cells are is not measured, as no pictures of it were named.");
        } else if (order.references().size() == 1) {
            remarks.add("One picture of the subject tells no ceiling: name more.");
        }
        if (order.training().isEmpty()) {
            remarks.add("Copies of training pictures are not looked for, as none were named.");
        }
        return remarks;
    }
}
