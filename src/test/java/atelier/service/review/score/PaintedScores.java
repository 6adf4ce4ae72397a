package atelier.service.review.score;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.PaintedCells;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores of pictures of one colour each, seen by a network that sees their mean red and green, so
 * that every number can be told by hand: a colour of red and green is an arrow, and a score the
 * cosine between two.
 */
abstract class PaintedScores {

    /** CLIP and features see alike; texts lie along red, those of green along green. */
    static final class Arrows implements ScoreNetworks {

        final Set<BufferedImage> plain = Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public SequencedMap<Metric, Likeness> likenesses(Path model) {
            SequencedMap<Metric, Likeness> all = new LinkedHashMap<>();
            all.put(Metric.CLIP_IMAGE, new Arrow("CLIP"));
            all.put(Metric.FEATURES, new Arrow("features"));
            return all;
        }

        @Override
        public Optional<TextLikeness> texts(Path model) {
            return Optional.of((texts, cancel) ->
                    texts.stream()
                            .map(text ->
                                    text.contains("green")
                                            ? new float[] {0, 1}
                                            : new float[] {1, 0})
                            .toList());
        }

        @Override
        public String identity(Path model) {
            return "arrows";
        }

        boolean findFaces;
        boolean tellApart;

        /** What is green alone has no face. */
        @Override
        public Optional<FaceFinder> faces(Path model) {
            return findFaces ? Optional.of(new Faces(tellApart)) : Optional.empty();
        }

        /** How much redder the second is, in whole levels. */
        @Override
        public Optional<PictureDistance> distance() {
            return Optional.of((pairs, cancel) -> {
                pairs.forEach(pair -> plain.add(pair.other()));
                return pairs.stream().map(pair -> red(pair.other()) - red(pair.one())).toList();
            });
        }

        private static double red(BufferedImage picture) {
            return new Color(picture.getRGB(0, 0)).getRed();
        }

        @Override
        public List<String> absent(Path model) {
            return List.of("DINO is not measured.");
        }
    }

    private record Faces(boolean tellsApart) implements FaceFinder {

        @Override
        public List<float[]> look(List<BufferedImage> pictures, CancelToken cancel) {
            return new Arrow("faces")
                    .embed(pictures, cancel).stream()
                            .map(seen -> seen[0] == 0 ? new float[0] : seen)
                            .toList();
        }
    }

    @TempDir Path root;
    ComparisonFolder folder;
    Comparison comparison;
    final Arrows networks = new Arrows();

    /** One asked and one plain prompt, one seed: six cells, by column and prompt. */
    @BeforeEach
    void make() throws IOException {
        ComparisonAxes axes = Comparisons.axes(List.of("mia"), List.of(1L));
        comparison =
                new Comparison(
                        "scored",
                        new ComparisonAxes(
                                axes.models(),
                                axes.adapters(),
                                axes.strengths(),
                                List.of(
                                        new ComparedPrompt("(mia:1.2)", false),
                                        new ComparedPrompt("a person", true)),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        folder = PaintedCells.folder(root.resolve("comparison"), comparison);
        List<Cell> cells = comparison.cells();
        // Baseline: all red. First adapter: half way when asked. Second: green, asked or not.
        paint(folder.cell(cells.get(0)), 200, 0);
        paint(folder.cell(cells.get(1)), 200, 0);
        paint(folder.cell(cells.get(2)), 120, 120);
        paint(folder.cell(cells.get(3)), 200, 0);
        paint(folder.cell(cells.get(4)), 0, 200);
        paint(folder.cell(cells.get(5)), 0, 200);
    }

    static Path paint(Path file, int red, int green) throws IOException {
        return PaintedCells.paint(file, new Color(red, green, 0));
    }

    static double cosine(double x, double y, double a, double b) {
        return (x * a + y * b) / Math.hypot(x, y) / Math.hypot(a, b);
    }

    List<Path> references() throws IOException {
        List<Path> references = new ArrayList<>();
        references.add(paint(root.resolve("one.png"), 0, 240));
        references.add(paint(root.resolve("two.png"), 60, 240));
        return references;
    }

    ComparisonScores score(List<Path> references, List<Path> training) {
        return score(new ScoreOrder(root, references, training, QualityWeights.USUAL));
    }

    ComparisonScores score(ScoreOrder order) {
        return new ScoreService(networks, new PictureReader())
                .score(folder, order, ProgressListener.NONE, new CancelToken());
    }

    CellScore cell(ComparisonScores scores, int place) {
        return scores.cells().get(comparison.cells().get(place).id());
    }
}
