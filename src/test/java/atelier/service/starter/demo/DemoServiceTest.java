package atelier.service.starter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import atelier.service.dataset.DatasetService;
import atelier.service.generation.GenerationService;
import atelier.service.generation.NoHashes;
import atelier.service.generation.ProvenanceMaker;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.Accelerator;
import atelier.service.job.MemoryLimit;
import atelier.service.review.score.Likeness;
import atelier.service.starter.SampleDataService;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Sha256;
import atelier.service.training.RunHost;
import atelier.service.training.TrainingService;
import atelier.service.training.forecast.EveryMachine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the tiny random model, whose images cannot look like anything; what is measured is real. */
class DemoServiceTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");

    @TempDir private static Path data;

    private static Accelerator accelerator;
    private static GenerationService generation;
    private static DemoService service;

    @TempDir private Path out;

    @BeforeAll
    static void start() {
        accelerator = new Accelerator();
        Path none = Path.of("none");
        PictureReader reader = new PictureReader();
        generation =
                new GenerationService(
                        accelerator,
                        none,
                        new ProvenanceMaker(new NoHashes(), "test"),
                        new GeneratedImageWriter(),
                        reader,
                        MemoryLimit.NONE);
        service =
                new DemoService(
                        new DatasetService(reader),
                        new TrainingService(
                                accelerator,
                                none,
                                reader,
                                new RunHost(
                                        Clock.systemUTC(),
                                        "test",
                                        (file, progress, cancel) -> Sha256.ofFile(file)),
                                new EveryMachine()),
                        new DemoPainter(generation),
                        reader,
                        model -> List.of(new Colours()),
                        System::nanoTime);
        new SampleDataService()
                .paintCharacter(
                        data,
                        64,
                        null,
                        (file, caption) -> {},
                        ProgressListener.NONE,
                        new CancelToken());
    }

    @AfterAll
    static void stop() {
        generation.close();
        accelerator.close();
    }

    /** Sees sixteen colours of a picture. */
    private static final class Colours implements Likeness {

        @Override
        public String name() {
            return "colours";
        }

        @Override
        public List<float[]> embed(List<BufferedImage> pictures, CancelToken cancel) {
            return pictures.stream().map(Colours::colours).toList();
        }

        static float[] colours(BufferedImage picture) {
            int[] pixels = PictureScaler.resized(picture, 4, 4).getRGB(0, 0, 4, 4, null, 0, 4);
            float[] seen = new float[3 * pixels.length];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = 1 + (pixels[i / 3] >> 8 * (i % 3) & 0xff);
            }
            return seen;
        }
    }

    private DemoOrder order(Path model) {
        return new DemoOrder(
                model,
                data.resolve("character"),
                data.resolve("held-out"),
                "Ilvara",
                out,
                Map.of(
                        "steps", "2",
                        "batchSize", "1",
                        "previewEvery", "0",
                        "probeEvery", "0"),
                2,
                2,
                7,
                DeviceChoice.CPU);
    }

    @Test
    void trainsGeneratesComparesAndWritesBothReports() throws IOException {
        DemoResult result = service.run(order(MODEL), ProgressListener.NONE, new CancelToken());

        assertThat(result.pictures()).hasSize(16);
        assertThat(result.references()).hasSize(8);
        assertThat(result.images()).hasSize(4);
        for (DemoImages images : result.images()) {
            assertThat(images.prompt()).contains("Ilvara");
            assertThat(images.plain()).isEqualTo(images.prompt().replace("Ilvara", "a person"));
            assertThat(images.all()).hasSize(8).doesNotHaveDuplicates().allMatch(Files::exists);
        }
        LikenessScore score = result.scores().getFirst();
        assertThat(score.base()).isCloseTo(byHand(result, true), within(1e-9));
        assertThat(score.adapted()).isCloseTo(byHand(result, false), within(1e-9));
        assertThat(score.adapted()).isNotEqualTo(score.base());

        String page = Files.readString(result.page());
        assertThat(page)
                .contains("colours", "not learned")
                .contains(String.format("%.3f", score.base()))
                .contains(String.format("%.3f", score.ceiling()))
                .doesNotContain("http://", "https://");
        // 32 images, 8 and 16 pictures, and the curves.
        assertThat(page.split("<img ", -1)).hasSize(1 + 32 + 8 + 16 + 1);
        BufferedImage sheet = new PictureReader().read(result.picture());
        assertThat(sheet.getWidth()).isGreaterThan(900);
    }

    private static double byHand(DemoResult result, boolean base) {
        double sum = 0;
        int pairs = 0;
        for (DemoImages images : result.images()) {
            for (Path image : base ? images.base() : images.adapted()) {
                float[] one = Colours.colours(new PictureReader().read(image));
                for (Path reference : result.references()) {
                    float[] other = Colours.colours(new PictureReader().read(reference));
                    double dot = 0;
                    double a = 0;
                    double b = 0;
                    for (int i = 0; i < one.length; i++) {
                        dot += (double) one[i] * other[i];
                        a += (double) one[i] * one[i];
                        b += (double) other[i] * other[i];
                    }
                    sum += dot / Math.sqrt(a) / Math.sqrt(b);
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    @Test
    void aModelThatIsNotThereIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() ->
                        service.run(
                                order(Path.of("nowhere")),
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("nowhere");
        assertThat(out).isEmptyDirectory();
    }
}
