package atelier.service.review.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.ColumnScore;
import atelier.model.review.ComparedPrompt;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.ComparisonScores;
import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.PictureFeatures;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.PaintedCells;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.review.feature.FeatureMeans;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scores of pictures of one colour each, seen by a network that sees their mean red and green, so
 * that every number can be told by hand: a colour of red and green is an arrow, and a score the
 * cosine between two.
 */
class ScoreServiceTest {

    /** CLIP and features see alike; texts lie along red, those of green along green. */
    private static final class Arrows implements ScoreNetworks {

        private final Set<BufferedImage> plain = Collections.newSetFromMap(new IdentityHashMap<>());

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

    @TempDir private Path root;
    private ComparisonFolder folder;
    private Comparison comparison;
    private final Arrows networks = new Arrows();

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

    private static Path paint(Path file, int red, int green) throws IOException {
        return PaintedCells.paint(file, new Color(red, green, 0));
    }

    private static double cosine(double x, double y, double a, double b) {
        return (x * a + y * b) / Math.hypot(x, y) / Math.hypot(a, b);
    }

    private List<Path> references() throws IOException {
        List<Path> references = new ArrayList<>();
        references.add(paint(root.resolve("one.png"), 0, 240));
        references.add(paint(root.resolve("two.png"), 60, 240));
        return references;
    }

    private ComparisonScores score(List<Path> references, List<Path> training) {
        return score(new ScoreOrder(root, references, training, QualityWeights.USUAL));
    }

    private ComparisonScores score(ScoreOrder order) {
        return new ScoreService(networks, new PictureReader())
                .score(folder, order, ProgressListener.NONE, new CancelToken());
    }

    private CellScore cell(ComparisonScores scores, int place) {
        return scores.cells().get(comparison.cells().get(place).id());
    }

    @Test
    void cellsAreHeldAgainstTheReferencesAndTheirOwnCeiling() throws IOException {
        ComparisonScores scores = score(references(), List.of());
        double ceiling = cosine(0, 240, 60, 240);
        double half = (cosine(120, 120, 0, 240) + cosine(120, 120, 60, 240)) / 2;
        assertThat(scores.ceilings().get(Metric.CLIP_IMAGE)).isEqualTo(ceiling, within(1e-6));
        assertThat(cell(scores, 2).values().get(Metric.CLIP_IMAGE)).isEqualTo(half, within(1e-6));
        assertThat(cell(scores, 2).values().get(Metric.CLIP_TEXT))
                .isEqualTo(Math.sqrt(0.5), within(1e-6));
        assertThat(cell(scores, 4).values().get(Metric.CLIP_TEXT)).isEqualTo(0, within(1e-6));
        double ssim = cell(scores, 2).values().get(Metric.SSIM);
        double most = scores.ceilings().get(Metric.SSIM);
        double share = half / ceiling;
        assertThat(cell(scores, 2).quality())
                .isEqualTo(
                        0.4 * share + 0.4 * share + 0.2 * Math.min(1, ssim / most), within(1e-6));
        assertThat(scores.metrics())
                .containsExactly(
                        Metric.CLIP_IMAGE,
                        Metric.CLIP_TEXT,
                        Metric.FEATURES,
                        Metric.SSIM,
                        Metric.LPIPS);
        assertThat(scores.remarks()).contains("DINO is not measured.");
    }

    @Test
    void anAdapterThatShowsItsSubjectUnaskedLeaks() throws IOException {
        ComparisonScores scores = score(references(), List.of());
        List<ColumnScore> columns = scores.columns();
        assertThat(columns).hasSize(3);
        assertThat(columns.get(0).leak()).isNull();
        assertThat(columns.get(1).leak()).isEqualTo(0, within(1e-9));
        assertThat(columns.get(2).leak()).isEqualTo(1, within(1e-9));
        // Plain prompts tell of the leak alone.
        assertThat(columns.get(1).cells()).isEqualTo(1);
        assertThat(columns.get(1).means().get(Metric.CLIP_IMAGE))
                .isEqualTo(cell(scores, 2).values().get(Metric.CLIP_IMAGE));
        assertThat(scores.best()).contains(columns.get(2));
    }

    @Test
    void anImageNearerToATrainingPictureThanTheseAreToEachOtherMayBeACopy() throws IOException {
        List<Path> training =
                List.of(
                        paint(root.resolve("three.png"), 10, 240),
                        paint(root.resolve("four.png"), 240, 240));
        ComparisonScores scores = score(List.of(), training);
        // The two have a cosine of 0.74 with each other.
        assertThat(cell(scores, 4).nearest())
                .isEqualTo(new NearestPicture("three.png", cell(scores, 4).nearest().cosine()));
        assertThat(cell(scores, 4).copies()).isTrue();
        assertThat(cell(scores, 2).nearest().name()).isEqualTo("four.png");
        assertThat(cell(scores, 0).copies()).isFalse();
        assertThat(scores.columns().get(0).copies()).isEmpty();
        assertThat(scores.columns().get(2).copies()).hasSize(2);
    }

    @Test
    void withoutReferencesThePromptAloneIsMeasured() {
        ComparisonScores scores = score(List.of(), List.of());
        assertThat(scores.metrics()).containsExactly(Metric.CLIP_TEXT, Metric.LPIPS);
        assertThat(cell(scores, 2).quality()).isNull();
        assertThat(scores.best()).isEmpty();
        assertThat(scores.remarks())
                .contains(
                        "How like the subject the cells are is not measured, as no pictures of it were named.",
                        "Copies of training pictures are not looked for, as none were named.");
    }

    @Test
    void tellsHowFarACellIsFromTheSameWithoutAnAdapter() {
        ComparisonScores scores = score(List.of(), List.of());
        double red = 80 / 255.0;
        double green = 120 / 255.0;
        assertThat(cell(scores, 2).toBaseline())
                .isEqualTo(-10 * Math.log10((red * red + green * green) / 3), within(1e-6));
        assertThat(cell(scores, 2).values().get(Metric.LPIPS)).isEqualTo(80);
        assertThat(cell(scores, 4).values().get(Metric.LPIPS)).isEqualTo(200);
        assertThat(cell(scores, 0).values()).doesNotContainKey(Metric.LPIPS);
        assertThat(cell(scores, 0).toBaseline()).isNull();
        assertThat(cell(scores, 3).toBaseline()).as("an equal one").isNull();
    }

    @Test
    void aCellWithoutAnAdapterIsDecodedOnceForAll() {
        score(List.of(), List.of());
        assertThat(comparison.cells()).hasSize(6);
        assertThat(networks.plain).as("one asked, one plain").hasSize(2);
    }

    /** Two pictures of one that is green. */
    private SubjectAnalysis analysis(String network) {
        FeatureLists lists =
                new FeatureLists(
                        3,
                        List.of(
                                new FeatureCategory(
                                        "colour",
                                        true,
                                        List.of("a {} thing"),
                                        "{}",
                                        List.of("red", "green"))));
        List<PictureFeatures> pictures = List.of(features("a", 0, 240), features("b", 60, 240));
        return new SubjectAnalysis(
                "mia",
                network,
                lists,
                FeatureMeans.of(pictures.stream().map(PictureFeatures::features).toList()),
                pictures,
                "mia");
    }

    private static PictureFeatures features(String name, double red, double green) {
        return new PictureFeatures(
                name,
                name,
                List.of(
                        new SeenFeatures(
                                "colour",
                                List.of(
                                        new FeatureShare("red", redShare(red, green)),
                                        new FeatureShare("green", 1 - redShare(red, green))))));
    }

    private static double redShare(double red, double green) {
        return 1 / (1 + Math.exp(3 * (green - red) / Math.hypot(red, green)));
    }

    private static double overlap(double p, double q) {
        return Math.sqrt(p * q) + Math.sqrt((1 - p) * (1 - q));
    }

    @Test
    void anAnalysisTellsHowWellFeaturesAreShown() throws IOException {
        Path file = root.resolve("analysis.json");
        AnalysisFile.write(file, analysis("arrows"));
        ComparisonScores scores =
                score(new ScoreOrder(root, references(), List.of(), QualityWeights.USUAL, file));
        double subject = (redShare(0, 240) + redShare(60, 240)) / 2;
        double half = overlap(redShare(120, 120), subject);
        double most =
                (overlap(redShare(0, 240), subject) + overlap(redShare(60, 240), subject)) / 2;
        assertThat(cell(scores, 2).values().get(Metric.FEATURES)).isEqualTo(half, within(1e-6));
        assertThat(scores.ceilings().get(Metric.FEATURES)).isEqualTo(most, within(1e-6));
        double clip =
                cell(scores, 2).values().get(Metric.CLIP_IMAGE)
                        / scores.ceilings().get(Metric.CLIP_IMAGE);
        double ssim =
                cell(scores, 2).values().get(Metric.SSIM) / scores.ceilings().get(Metric.SSIM);
        assertThat(cell(scores, 2).quality())
                .isEqualTo(0.4 * clip + 0.4 * half / most + 0.2 * Math.min(1, ssim), within(1e-6));
    }

    @Test
    void anAnalysisBesideTheTrainingPicturesIsFoundAndNeedsNoReferences() throws IOException {
        Path training = Files.createDirectories(root.resolve("mia/originals"));
        AnalysisFile.write(
                Files.createDirectories(root.resolve("mia/derived")).resolve("analysis.json"),
                analysis("arrows"));
        List<Path> pictures = List.of(paint(training.resolve("one.png"), 0, 240));
        ComparisonScores scores = score(List.of(), pictures);
        assertThat(scores.metrics()).contains(Metric.FEATURES);
        assertThat(scores.ceilings().get(Metric.FEATURES))
                .isEqualTo(overlap(redShare(0, 240), redShare(60, 240)), within(1e-6));
        assertThat(cell(scores, 4).quality()).isGreaterThan(cell(scores, 2).quality());
    }

    @Test
    void anAnalysisByOtherNetworksIsNotUsed() throws IOException {
        Path file = root.resolve("analysis.json");
        AnalysisFile.write(file, analysis("others"));
        ComparisonScores scores =
                score(new ScoreOrder(root, references(), List.of(), QualityWeights.USUAL, file));
        assertThat(scores.remarks())
                .anyMatch(remark -> remark.contains("analyze the pictures again"));
        assertThat(cell(scores, 2).values().get(Metric.FEATURES))
                .isEqualTo(cell(scores, 2).values().get(Metric.CLIP_IMAGE), within(1e-9));
    }

    @Test
    void whatWasMeasuredIsWrittenDown() throws IOException {
        ComparisonScores scores = score(references(), List.of());
        assertThat(ScoreService.last(folder)).contains(scores);
    }

    @Test
    void cellsThatAreNotMadeAreLeftOut() throws IOException {
        Files.delete(folder.cell(comparison.cells().get(4)));
        ComparisonScores scores = score(references(), List.of());
        assertThat(scores.cells()).hasSize(5);
        assertThat(scores.columns().get(2).means()).isEmpty();
    }

    @Test
    void weightsDecideWhatCountsAndWhatIsNotKnownDoesNot() {
        Map<Metric, Double> shares =
                Map.of(Metric.CLIP_IMAGE, 0.5, Metric.FEATURES, 1.4, Metric.SSIM, 0.25);
        assertThat(QualityWeights.USUAL.quality(shares))
                .isEqualTo(0.4 * 0.5 + 0.4 + 0.2 * 0.25, within(1e-12));
        assertThat(new QualityWeights(1, 0, 0).quality(shares)).isEqualTo(0.5, within(1e-12));
        assertThat(QualityWeights.USUAL.quality(Map.of(Metric.SSIM, 0.25)))
                .isEqualTo(0.25, within(1e-12));
        assertThat(QualityWeights.USUAL.quality(Map.of())).isNaN();
    }

    @Test
    void otherWeightsMakeAnotherQualityOfTheSameMeasures() throws IOException {
        ComparisonScores scores = score(references(), List.of());
        ComparisonScores weighed =
                ScoreService.weighed(scores, comparison, new QualityWeights(0, 0, 1));
        double ssim = cell(scores, 2).values().get(Metric.SSIM);
        double most = scores.ceilings().get(Metric.SSIM);
        assertThat(cell(weighed, 2).quality())
                .isEqualTo(Math.clamp(ssim / most, 0, 1), within(1e-9));
        assertThat(cell(weighed, 2).values()).isEqualTo(cell(scores, 2).values());
        assertThat(weighed.columns().get(1).quality())
                .as("of the one cell that asks for the subject")
                .isEqualTo(cell(weighed, 2).quality(), within(1e-9));
        assertThat(ScoreService.weighed(scores, comparison, QualityWeights.USUAL))
                .isEqualTo(scores);
    }
}
