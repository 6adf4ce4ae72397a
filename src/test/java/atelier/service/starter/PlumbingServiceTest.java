package atelier.service.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.reference.Reference;
import atelier.service.generation.GenerationService;
import atelier.service.generation.NoHashes;
import atelier.service.generation.ProvenanceMaker;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.Accelerator;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import atelier.service.training.RunHost;
import atelier.service.training.TrainingService;
import atelier.service.training.forecast.EveryMachine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlumbingServiceTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");

    private static Accelerator accelerator;
    private static GenerationService generation;
    private static PlumbingService service;

    @TempDir private Path folder;

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
                        reader);
        service =
                new PlumbingService(
                        new TrainingService(
                                accelerator,
                                none,
                                reader,
                                new RunHost(
                                        Clock.systemUTC(),
                                        "test",
                                        (file, progress, cancel) -> Sha256.ofFile(file)),
                                new EveryMachine()),
                        generation,
                        reader);
    }

    @AfterAll
    static void stop() {
        generation.close();
        accelerator.close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.contains("cache"))
                    .toList();
        }
    }

    @Test
    void drawsTenPicturesOfMixedSizesAndFormatsWithTheirCaptions() throws IOException {
        List<Path> pictures = PlumbingPictures.draw(folder);
        assertThat(pictures).hasSize(10).doesNotHaveDuplicates();
        List<String> sizes =
                pictures.stream()
                        .map(picture -> new PictureReader().read(picture))
                        .map(image -> image.getWidth() + "x" + image.getHeight())
                        .distinct()
                        .toList();
        assertThat(sizes).hasSizeGreaterThan(3);
        assertThat(pictures.stream().map(p -> p.toString().replaceAll(".*\\.", "")).distinct())
                .hasSizeGreaterThan(3);
        for (Path picture : pictures) {
            Path caption = Path.of(picture.toString().replaceAll("\\.\\w+$", ".txt"));
            assertThat(Files.readString(caption)).startsWith("a house in the ");
        }
        BufferedImage dark = new PictureReader().read(pictures.get(1));
        BufferedImage lamp = new PictureReader().read(pictures.get(6));
        assertThat(colours(dark)).isGreaterThan(20);
        assertThat(lamp.getRGB(lamp.getWidth() / 2, (int) (lamp.getHeight() * 0.6)))
                .isNotEqualTo(dark.getRGB(dark.getWidth() / 2, (int) (dark.getHeight() * 0.6)));
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(
                        image.getRGB(
                                0,
                                0,
                                image.getWidth(),
                                image.getHeight(),
                                null,
                                0,
                                image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void stoppedInTheMiddleItKeepsWhatIsFinishedAndTheNextRunHasAFolderOfItsOwn()
            throws IOException {
        for (int run = 1; run <= 2; run++) {
            CancelToken cancel = new CancelToken();
            assertThatThrownBy(() ->
                            service.run(
                                    MODEL,
                                    folder,
                                    progress -> {
                                        if (progress.stage().equals("Training")
                                                && progress.done() == 1) {
                                            cancel.cancel();
                                        }
                                    },
                                    cancel))
                    .isInstanceOf(CancelledException.class);
            String root = "run-00" + run + "/";
            assertThat(files())
                    .filteredOn(file -> file.startsWith(root) && !file.contains("pictures"))
                    .containsExactlyInAnyOrder(
                            root + "run/plan.json",
                            root + "run/run.json",
                            root + "run/metrics.jsonl",
                            root + "run/baseline.json",
                            root + "run/events.out.tfevents.000001.atelier",
                            root + "run/curves.png",
                            root + "run/run.html",
                            root + "run/checkpoints/step-000001.safetensors",
                            root + "run/state/step-000001.safetensors");
            assertThat(files()).filteredOn(file -> file.startsWith(root + "pictures")).hasSize(20);
        }
    }

    @Test
    void whatIsNoModelIsRefusedBeforeAnythingIsDrawn() throws IOException {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "<html>");
        assertThatThrownBy(() ->
                        service.run(
                                file,
                                folder.resolve("out"),
                                ProgressListener.NONE,
                                new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(file.toString());
        assertThat(files()).containsExactly("model.safetensors");
    }
}
