package atelier.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.Cell;
import atelier.model.review.CellScore;
import atelier.model.review.Column;
import atelier.model.review.ColumnScore;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonScores;
import atelier.model.review.Metric;
import atelier.model.review.NearestPicture;
import atelier.model.review.PictureDifference;
import atelier.model.review.QualityBand;
import atelier.model.review.QualityWeights;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.score.ScoreService;
import atelier.service.storage.PictureReader;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine cells of three columns and three seeds, all but the last of them made. */
class CellsModelTest {

    @TempDir private Path root;
    private final CellsModel model = new CellsModel();
    private ComparisonFolder folder;
    private List<Cell> cells;

    @BeforeEach
    void open() {
        folder = new ComparisonFolder(root);
        folder.prepare();
        folder.begin(Comparisons.small());
        cells = Comparisons.small().cells();
        for (int i = 0; i < cells.size() - 1; i++) {
            PaintedRunner.paint(folder, cells.get(i), i);
        }
        show(null);
    }

    private void show(ComparisonScores scores) {
        Set<String> made = folder.made();
        model.show(OpenComparison.of(folder, made, scores, null, null));
    }

    @Test
    void arrowsGoThroughRowsAndColumnsAndStopAtTheEnds() {
        model.move(0, 0);
        assertThat(model.chosen().get()).isEqualTo(cells.get(0));
        model.move(1, 1);
        assertThat(model.chosen().get()).as("the second column and seed").isEqualTo(cells.get(4));
        model.move(5, 5);
        assertThat(model.chosen().get()).isEqualTo(cells.get(8));
        model.move(-9, 0);
        assertThat(model.chosen().get()).isEqualTo(cells.get(2));
    }

    @Test
    void aCellIsHeldAgainstItsBaselineUnlessTwoArePicked() {
        model.chosen().set(cells.get(7));
        assertThat(model.pair()).containsExactly(cells.get(1), cells.get(7));
        model.chosen().set(cells.get(1));
        assertThat(model.pair()).containsExactly(cells.get(1), cells.get(4));
        model.pick();
        model.chosen().set(cells.get(3));
        model.pick();
        assertThat(model.pair()).containsExactly(cells.get(1), cells.get(3));
        model.chosen().set(cells.get(6));
        model.pick();
        assertThat(model.beside()).containsExactly(cells.get(1), cells.get(3), cells.get(6));
        model.lookClosely();
        assertThat(model.beside()).containsExactly(cells.get(6));
        model.pick();
        assertThat(model.look(cells.get(6)).picked()).isFalse();
    }

    @Test
    void whatIsMadeMeanwhileAppearsAndTheChoiceStays() {
        model.chosen().set(cells.get(8));
        assertThat(model.look(cells.get(8)).file()).isNull();
        model.show(new LiveCell(cells.get(8).id(), null));
        assertThat(model.look(cells.get(8)).live()).isTrue();
        PaintedRunner.paint(folder, cells.get(8), 8);
        show(null);
        CellLook look = model.look(cells.get(8));
        assertThat(look.file()).isEqualTo(folder.cell(cells.get(8)));
        assertThat(look.live()).isFalse();
        assertThat(look.chosen()).isTrue();
    }

    @Test
    void cellsShowTheirScoreItsBandAndWhatTheyCopy() {
        Map<String, CellScore> scores = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            scores.put(
                    cells.get(i).id(),
                    new CellScore(
                            Map.of(Metric.CLIP_IMAGE, 0.1 * i),
                            0.1 * i,
                            new NearestPicture("02.png", 0.9),
                            i == 7,
                            i >= 6,
                            null));
        }
        show(
                new ComparisonScores(
                        List.of(Metric.CLIP_IMAGE),
                        Map.of(Metric.CLIP_IMAGE, 0.5),
                        4,
                        scores,
                        List.of(
                                new ColumnScore(
                                        "tiny",
                                        Column.BASELINE,
                                        3,
                                        Map.of(),
                                        Map.of(),
                                        0.5,
                                        null,
                                        List.of())),
                        List.of()));
        CellLook look = model.look(cells.get(7));
        assertThat(model.look(cells.get(6)).warning())
                .isEqualTo(Phrase.of("review.badge-faceless"));
        assertThat(model.look(cells.get(5)).warning()).isNull();
        assertThat(look.score()).isEqualTo(0.7, within(1e-9));
        assertThat(look.band()).isEqualTo(QualityBand.GOOD);
        assertThat(look.warning()).isNotNull();
        assertThat(model.look(cells.get(3)).band()).isEqualTo(QualityBand.POOR);
        assertThat(model.look(cells.get(3)).warning()).isNull();
        model.score().set(new ScoreChoice(Metric.CLIP_IMAGE));
        assertThat(model.look(cells.get(3)).band())
                .as("0.3 of a ceiling of 0.5")
                .isEqualTo(QualityBand.GOOD);
    }

    @Test
    void aDifferenceIsComputedBesideTheWindowsThreadAndOnlyWhereItIsLookedAt() {
        Deque<Runnable> work = new ArrayDeque<>();
        StageModel stage =
                new StageModel(
                        model, new PictureReader(), new Background(work::add, Runnable::run));
        model.chosen().set(cells.get(4));
        assertThat(work).isEmpty();
        model.look(ReviewView.DIFFERENCE);
        assertThat(work).hasSize(1);
        assertThat(stage.difference().get()).isNull();
        work.remove().run();
        PictureDifference difference = stage.difference().get();
        assertThat(difference.mean()).isPositive().isEqualTo(difference.largest(), within(1e-9));
        model.chosen().set(cells.get(8));
        assertThat(stage.difference().get()).as("that one is not made").isNull();
        assertThat(work).isEmpty();
    }

    @Test
    void theBestLeadsByTheWeightsThatAreSet() {
        Comparison comparison = Comparisons.small();
        Map<String, CellScore> scores = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            boolean first = i >= 3 && i < 6;
            boolean second = i >= 6;
            scores.put(
                    cells.get(i).id(),
                    new CellScore(
                            Map.of(
                                    Metric.CLIP_IMAGE, first ? 0.9 : 0.2,
                                    Metric.SSIM, second ? 0.9 : 0.2),
                            null,
                            null,
                            false,
                            null));
        }
        ComparisonScores measured =
                ScoreService.weighed(
                        new ComparisonScores(
                                List.of(Metric.CLIP_IMAGE, Metric.SSIM),
                                Map.of(Metric.CLIP_IMAGE, 1.0, Metric.SSIM, 1.0),
                                4,
                                scores,
                                List.of(),
                                List.of()),
                        comparison.cells(),
                        // The window weighs anew what was weighed so elsewhere.
                        new QualityWeights(0.1, 0, 0.9));
        int[] changes = {0};
        List<QualityWeights> kept = new ArrayList<>();
        ScoresModel model = new ScoresModel(QualityWeights.USUAL, kept::add, () -> changes[0]++);
        model.show(OpenComparison.of(folder, folder.made(), measured, null, null));
        assertThat(leader(model)).isEqualTo("kohya_ldm");
        model.weights().set(new QualityWeights(0.1, 0, 0.9));
        assertThat(leader(model)).isEqualTo("peft");
        assertThat(changes[0]).isEqualTo(1);
        assertThat(kept).containsExactly(new QualityWeights(0.1, 0, 0.9));
        assertThat(model.curve().stream().map(score -> score.column().step()))
                .containsExactly(0L, 10L, 20L);
        model.chosen().set(ScoresModel.contender(model.columns().get(1)));
        assertThat(leader(model)).isEqualTo("kohya_ldm");
    }

    private static String leader(ScoresModel model) {
        return model.leader().map(score -> score.column().adapterName()).orElse("");
    }
}
