package atelier.service.review.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.AnalysisResult;
import atelier.model.review.Metric;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.PaintedCells;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.review.score.Arrow;
import atelier.service.review.score.Likeness;
import atelier.service.review.score.PictureDistance;
import atelier.service.review.score.ScoreNetworks;
import atelier.service.review.score.TextLikeness;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Analyses of pictures of one colour each, by a network that sees how red and how green they are.
 */
class AnalysisServiceTest {

    private static final String LISTS =
            """
            {"format": 1, "lists": {"sharpness": 5, "categories": [
              {"name": "colour", "ofSubject": true, "asked": ["{} all over"], "said": "a {} thing",
               "values": ["red", "green"]}]}}
            """;

    /** Red texts lie along red, all others along green. */
    private record Eyes(boolean sees) implements ScoreNetworks {

        @Override
        public SequencedMap<Metric, Likeness> likenesses(Path model) {
            SequencedMap<Metric, Likeness> all = new LinkedHashMap<>();
            if (sees) {
                all.put(Metric.CLIP_IMAGE, new Arrow("CLIP"));
            }
            return all;
        }

        @Override
        public Optional<TextLikeness> texts(Path model) {
            return Optional.of((texts, cancel) ->
                    texts.stream()
                            .map(text ->
                                    text.startsWith("red")
                                            ? new float[] {1, 0}
                                            : new float[] {0, 1})
                            .toList());
        }

        @Override
        public String identity(Path model) {
            return "eyes";
        }

        @Override
        public Optional<PictureDistance> distance() {
            return Optional.empty();
        }

        @Override
        public List<String> absent(Path model) {
            return List.of();
        }
    }

    @TempDir private Path root;
    private Path pictures;

    @BeforeEach
    void paint() throws IOException {
        pictures = Files.createDirectories(root.resolve("mia/originals"));
        PaintedCells.paint(pictures.resolve("a.png"), new Color(200, 0, 0));
        PaintedCells.paint(pictures.resolve("b.png"), new Color(150, 150, 0));
        PaintedCells.paint(pictures.resolve("c.png"), new Color(0, 100, 0));
        Files.writeString(pictures.resolve("a.txt"), "mia");
    }

    private AnalysisResult analyze(AnalysisOrder order) {
        return new AnalysisService(new Eyes(true), new PictureReader())
                .analyze(order, ProgressListener.NONE, new CancelToken());
    }

    private AnalysisOrder order() throws IOException {
        return new AnalysisOrder(
                pictures,
                "mia",
                root,
                Files.writeString(root.resolve("lists.json"), LISTS),
                root.resolve("out"));
    }

    private static double red(double x, double y) {
        double length = Math.hypot(x, y);
        return 1 / (1 + Math.exp(5 * (y - x) / length));
    }

    @Test
    void everyPictureIsSeenAndAllOfThemTogether() throws IOException {
        SubjectAnalysis analysis = analyze(order()).analysis();
        assertThat(analysis.pictures())
                .extracting(PictureFeatures::name)
                .containsExactly("a.png", "b.png", "c.png");
        double mean = (red(200, 0) + red(150, 150) + red(0, 100)) / 3;
        assertThat(analysis.pictures().get(0).features().getFirst().share("red"))
                .isEqualTo(red(200, 0), within(1e-6));
        assertThat(analysis.overall().getFirst().share("red")).isEqualTo(mean, within(1e-6));
        assertThat(analysis.subject()).isEqualTo("mia");
        assertThat(analysis.network()).isEqualTo("eyes");
        assertThat(analysis.prompt()).matches("mia, a (red|green) thing");
    }

    @Test
    void whatWasSeenIsWrittenDownAndPicturesStayAsTheyWere() throws IOException {
        byte[] before = Files.readAllBytes(pictures.resolve("a.png"));
        AnalysisResult result = analyze(order());
        assertThat(AnalysisFile.read(result.file())).isEqualTo(result.analysis());
        assertThat(Files.readString(result.page()))
                .contains("a.png", "Suggested training prompt", "unlike most", "data:image/jpeg");
        assertThat(pictures.resolve("a.png")).hasBinaryContent(before);
        try (var files = Files.list(pictures)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void anAnalysisOfACharacterLiesBesideItsOriginalsAndIsFoundThere() {
        AnalysisResult result = analyze(AnalysisService.order(pictures, "mia", root));
        assertThat(result.file()).isEqualTo(root.resolve("mia/derived/analysis.json"));
        assertThat(AnalysisFile.find(List.of(root, pictures))).contains(result.file());
        assertThat(AnalysisFile.folder(root.resolve("cats")))
                .isEqualTo(root.resolve("cats-analysis"));
        assertThat(result.analysis().lists().categories()).hasSizeGreaterThan(7);
    }

    @Test
    void whatCannotBeSeenIsRefused() throws IOException {
        AnalysisOrder order = order();
        assertThatThrownBy(() ->
                        new AnalysisService(new Eyes(false), new PictureReader())
                                .analyze(order, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("no picture tower");
        Path empty = Files.createDirectories(root.resolve("empty"));
        assertThatThrownBy(() -> analyze(AnalysisService.order(empty, "", root)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("holds no pictures");
        assertThatThrownBy(() -> analyze(AnalysisService.order(root.resolve("no"), "", root)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void isCancelledBetweenPictures() throws IOException {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        AnalysisOrder order = order();
        assertThatThrownBy(() ->
                        new AnalysisService(new Eyes(true), new PictureReader())
                                .analyze(order, ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(root.resolve("out")).doesNotExist();
    }
}
