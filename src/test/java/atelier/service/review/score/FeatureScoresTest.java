package atelier.service.review.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.ComparisonScores;
import atelier.model.review.FeatureCategory;
import atelier.model.review.FeatureLists;
import atelier.model.review.FeatureShare;
import atelier.model.review.Metric;
import atelier.model.review.PictureFeatures;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.review.feature.FeatureMeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features by an analysis of the subject, faces, and what is decoded for it, told by hand. */
class FeatureScoresTest extends PaintedScores {

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
    void facesAreHeldAgainstThoseOfTheSubjectAndMissingOnesCounted() throws IOException {
        networks.findFaces = true;
        networks.tellApart = true;
        List<Path> references = new ArrayList<>(references());
        references.add(paint(root.resolve("three.png"), 200, 100));
        ComparisonScores scores = score(references, List.of());
        // The first reference, all green, has none.
        double two = cosine(120, 120, 60, 240);
        double three = cosine(120, 120, 200, 100);
        assertThat(cell(scores, 2).values().get(Metric.IDENTITY))
                .isEqualTo((two + three) / 2, within(1e-6));
        assertThat(scores.ceilings().get(Metric.IDENTITY))
                .isEqualTo(cosine(60, 240, 200, 100), within(1e-6));
        assertThat(cell(scores, 4).values()).doesNotContainKey(Metric.IDENTITY);
        assertThat(cell(scores, 4).faceless()).isTrue();
        assertThat(scores.columns().get(1).faceless()).isEmpty();
        assertThat(scores.columns().get(2).faceless()).hasSize(2);
    }

    @Test
    void whereNobodyTellsFacesApartTheyAreCountedAlone() throws IOException {
        networks.findFaces = true;
        ComparisonScores scores = score(references(), List.of());
        assertThat(scores.metrics()).doesNotContain(Metric.IDENTITY);
        assertThat(scores.columns().get(2).faceless()).hasSize(2);
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
}
