package atelier.service.review.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.ColumnScore;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.QualityWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is measured of cells, told by hand. */
class ScoreServiceTest extends PaintedScores {

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
    void scoresOfAnOlderVersionAreRead() throws IOException {
        ComparisonScores scores = score(references(), List.of());
        Path file = folder.root().resolve("scores.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"format\" : 2", "\"format\" : 1")
                        .replaceAll("\"faceless\" : (false|\\[ ])", "\"older\" : 1"));
        assertThat(ScoreService.last(folder)).contains(scores);
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
                ScoreService.weighed(scores, comparison.cells(), new QualityWeights(0, 0, 1));
        double ssim = cell(scores, 2).values().get(Metric.SSIM);
        double most = scores.ceilings().get(Metric.SSIM);
        assertThat(cell(weighed, 2).quality())
                .isEqualTo(Math.clamp(ssim / most, 0, 1), within(1e-9));
        assertThat(cell(weighed, 2).values()).isEqualTo(cell(scores, 2).values());
        assertThat(weighed.columns().get(1).quality())
                .as("of the one cell that asks for the subject")
                .isEqualTo(cell(weighed, 2).quality(), within(1e-9));
        assertThat(ScoreService.weighed(scores, comparison.cells(), QualityWeights.USUAL))
                .isEqualTo(scores);
    }
}
