package atelier.service.review.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.Metric;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.job.Accelerator;
import atelier.service.review.feature.FeatureMatch;
import atelier.service.review.feature.FeatureSight;
import atelier.service.review.score.FoundNetworks;
import atelier.service.review.score.TextPlaces;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.PictureNames;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample character as the starter model's CLIP sees it. */
class SampleAnalysisTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.dir"));
    private static final Path STARTER = PROJECT.resolve("models/starter");
    private static final Path SAMPLE = PROJECT.resolve("sample-data");
    private static final int STRANGERS = 24;
    private static final int SIDE = 256;

    @TempDir private Path root;

    @Test
    void picturesItNeverSawMatchTheCharacterBetterThanStrangersDo() {
        try (Accelerator accelerator = new Accelerator()) {
            FoundNetworks networks = new FoundNetworks(accelerator, root);
            PictureReader reader = new PictureReader();
            SubjectAnalysis analysis =
                    new AnalysisService(networks, reader)
                            .analyze(
                                    new AnalysisOrder(
                                            SAMPLE.resolve("character"),
                                            "Ilvara",
                                            STARTER,
                                            null,
                                            root.resolve("out")),
                                    ProgressListener.NONE,
                                    new CancelToken())
                            .analysis();
            assertThat(surest(analysis, "face shape")).isEqualTo("heart-shaped");
            assertThat(surest(analysis, "eyes")).isEqualTo("amber");
            assertThat(surest(analysis, "eye shape")).isEqualTo("long-lashed");
            assertThat(analysis.prompt())
                    .startsWith("Ilvara, a heart-shaped face, amber eyes, long-lashed eyes");

            FeatureSight sight =
                    new FeatureSight(
                            analysis.lists(),
                            TextPlaces.of(
                                    FeatureSight.texts(analysis.lists()),
                                    networks.texts(STARTER).orElseThrow(),
                                    new CancelToken()));
            List<BufferedImage> known =
                    PictureNames.in(SAMPLE.resolve("held-out")).stream().map(reader::read).toList();
            SamplePortraits row = new SamplePortraits(20_261_129);
            List<BufferedImage> strangers =
                    IntStream.range(0, STRANGERS).mapToObj(row::at).map(this::paint).toList();
            assertThat(mean(analysis, sight, networks, known))
                    .isGreaterThan(mean(analysis, sight, networks, strangers) + 0.05);
        }
    }

    private BufferedImage paint(SamplePortrait one) {
        return new Painter().paint(one.portrait(), one.seed(), SIDE).picture();
    }

    private static String surest(SubjectAnalysis analysis, String category) {
        return analysis.overall().stream()
                .filter(seen -> seen.category().equals(category))
                .map(SeenFeatures::best)
                .map(best -> best.getFirst().value())
                .findFirst()
                .orElseThrow();
    }

    private static double mean(
            SubjectAnalysis analysis,
            FeatureSight sight,
            FoundNetworks networks,
            List<BufferedImage> pictures) {
        FeatureMatch match = new FeatureMatch(analysis);
        return networks
                .likenesses(STARTER)
                .get(Metric.CLIP_IMAGE)
                .embed(pictures, new CancelToken())
                .stream()
                .mapToDouble(picture -> match.of(sight.of(picture)))
                .average()
                .orElseThrow();
    }
}
