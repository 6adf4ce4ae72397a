package atelier.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.InitImage;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PreviewPicture;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.reference.Reference;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on the tiny random model: whole orders, from prompt to files. */
class GenerationServiceTest {

    private static final Path MODEL = Reference.root().resolve("tiny-sdxl");
    private static final Path ADAPTER = Reference.root().resolve("lora/kohya_ldm.safetensors");

    private static TinyGeneration tiny;
    private static GenerationService service;

    @TempDir Path folder;

    @BeforeAll
    static void start(@TempDir Path tokenizers) {
        tiny = new TinyGeneration(tokenizers);
        service = tiny.service();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @Test
    void givesEachImageOfABatchWhatItsSeedGivesAlone() {
        List<Path> batch = generate(order(request("a cat", 7, 3)));
        List<Path> alone = generate(order(request("a cat", 9, 1)));
        assertThat(batch).hasSize(3).doesNotHaveDuplicates();
        assertThat(pixels(batch.get(2))).isEqualTo(pixels(alone.getFirst()));
        assertThat(pixels(batch.get(0))).isNotEqualTo(pixels(batch.get(1)));
    }

    @Test
    void showsImagesInSmallWhileTheyAreMadeAndDisturbsNothing() {
        GenerationOrder order = order(request("a cat", 7, 2));
        List<PreviewPicture> previews = new ArrayList<>();
        List<Path> watched =
                service.generate(
                        order,
                        seed -> null,
                        file -> {},
                        previews::add,
                        ProgressListener.NONE,
                        new CancelToken());
        List<Path> unwatched = generate(order);
        for (int image = 0; image < 2; image++) {
            assertThat(pixels(watched.get(image))).isEqualTo(pixels(unwatched.get(image)));
        }
        int steps = order.request().sampling().steps();
        assertThat(previews).hasSize(2 * steps);
        assertThat(previews).allMatch(preview -> preview.width() == 8 && preview.height() == 8);
        assertThat(previews.getFirst().seed()).isEqualTo(7);
        assertThat(previews.getLast().seed()).isEqualTo(8);
        assertThat(previews.getFirst().rgb()).isNotEqualTo(previews.get(steps - 1).rgb());
    }

    @Test
    void swapsAdaptersAndLeavesNoTraceOfThem() {
        int[] before = pixels(generate(order(request("a cat", 7, 1))).getFirst());
        int[] adapted =
                pixels(
                        generate(order(request("a cat", 7, 1), new AdapterUse(ADAPTER, 0.8)))
                                .getFirst());
        int[] stacked =
                pixels(
                        generate(
                                        order(
                                                request("a cat", 7, 1),
                                                new AdapterUse(ADAPTER, 0.8),
                                                new AdapterUse(
                                                        Reference.root()
                                                                .resolve("lora/peft.safetensors"),
                                                        -0.5)))
                                .getFirst());
        int[] after = pixels(generate(order(request("a cat", 7, 1))).getFirst());
        assertThat(adapted).isNotEqualTo(before).isNotEqualTo(stacked);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void takesPromptsOfManyChunks() {
        assertThat(
                        generate(
                                order(
                                        request(
                                                "a cat and a dog, ".repeat(40)
                                                        + "BREAK a (bird:1.3)",
                                                7,
                                                1))))
                .hasSize(1);
    }

    @Test
    void keepsThePictureWhereTheMaskIsBlack() throws IOException {
        Path image = picture("start.png", 0x3366cc);
        Path mask = folder.resolve("mask.png");
        BufferedImage half = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        half.createGraphics().fillRect(0, 0, 32, 64);
        ImageIO.write(half, "png", mask.toFile());
        int[] kept = pixels(generate(order(withInit(new InitImage(image, 1, mask)))).getFirst());
        int[] free = pixels(generate(order(request("a cat", 7, 1))).getFirst());
        int[] again =
                pixels(
                        generate(order(withInit(new InitImage(image, 0.01 + 1 / 4.0, null))))
                                .getFirst());
        assertThat(kept).isNotEqualTo(free);
        assertThat(again).isNotEqualTo(free).isNotEqualTo(kept);
    }

    @Test
    void decodesInTilesWithoutASeam() {
        GenerationRequest large =
                new GenerationRequest(
                        "a cat",
                        null,
                        768,
                        576,
                        null,
                        sampling("euler"),
                        7,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        int[] whole = pixels(generate(order(large)).getFirst());
        int[] tiled =
                pixels(
                        generate(
                                        new GenerationOrder(
                                                ModelChoice.of(MODEL),
                                                List.of(),
                                                large,
                                                folder,
                                                DeviceChoice.CPU,
                                                true))
                                .getFirst());
        // Group norms see a tile instead of the picture, so values differ a little everywhere, but
        // no edge may show.
        assertThat(largestStep(tiled, 768)).isLessThanOrEqualTo(largestStep(whole, 768) + 24);
    }

    /** The largest mean difference between neighbouring columns: a seam would stand out. */
    private static double largestStep(int[] pixels, int width) {
        double largest = 0;
        int height = pixels.length / width;
        for (int x = 1; x < width; x++) {
            double sum = 0;
            for (int y = 0; y < height; y++) {
                int a = pixels[y * width + x];
                int b = pixels[y * width + x - 1];
                sum += Math.abs((a >> 8 & 255) - (b >> 8 & 255));
            }
            largest = Math.max(largest, sum / height);
        }
        return largest;
    }

    @Test
    void keepsFinishedImagesWhenCancelled() {
        CancelToken cancel = new CancelToken();
        List<Path> finished = new ArrayList<>();
        assertThatThrownBy(() ->
                        service.generate(
                                order(request("a cat", 7, 5)),
                                file -> {
                                    finished.add(file);
                                    if (finished.size() == 2) {
                                        cancel.cancel();
                                    }
                                },
                                ProgressListener.NONE,
                                cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(finished).hasSize(2).allMatch(Files::isRegularFile);
        assertThat(names()).hasSize(2);
    }

    @Test
    void refusesASizeThatDoesNotDivide() {
        GenerationRequest odd =
                new GenerationRequest(
                        "a cat",
                        null,
                        100,
                        64,
                        null,
                        sampling("euler"),
                        7,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        assertThatThrownBy(() -> generate(order(odd)))
                .isInstanceOf(AtelierException.class)
                .hasMessage(
                        "The width is 100, but it must be divisible by 8 and at most 8192: choose 104.");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAnUnknownSamplerBeforeLoading() {
        GenerationRequest odd =
                new GenerationRequest(
                        "a cat",
                        null,
                        64,
                        64,
                        null,
                        sampling("ddimm"),
                        7,
                        1,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        assertThatThrownBy(() -> generate(order(odd)))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("ddimm")
                .hasMessageContaining("euler");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        GenerationOrder order =
                new GenerationOrder(
                        ModelChoice.of(MODEL),
                        List.of(),
                        request("a cat", 7, 1),
                        file,
                        DeviceChoice.CPU,
                        false);
        assertThatThrownBy(() -> generate(order))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("is a file");
    }

    private static SamplingSettings sampling(String sampler) {
        return new SamplingSettings(sampler, "leading", 4, 5, 0, 0);
    }

    private static GenerationRequest request(String prompt, long seed, int count) {
        return new GenerationRequest(
                prompt,
                "blurry",
                64,
                64,
                null,
                sampling("euler"),
                seed,
                count,
                0,
                EmphasisMode.NO_NORM,
                null);
    }

    private static GenerationRequest withInit(InitImage init) {
        return new GenerationRequest(
                "a cat",
                "blurry",
                64,
                64,
                null,
                sampling("euler"),
                7,
                1,
                0,
                EmphasisMode.NO_NORM,
                init);
    }

    private GenerationOrder order(GenerationRequest request, AdapterUse... adapters) {
        return new GenerationOrder(
                ModelChoice.of(MODEL),
                Arrays.asList(adapters),
                request,
                folder,
                DeviceChoice.CPU,
                false);
    }

    private List<Path> generate(GenerationOrder order) {
        return service.generate(order, file -> {}, ProgressListener.NONE, new CancelToken());
    }

    private Path picture(String name, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, rgb + i % 64);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int[] pixels(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return image.getRGB(
                    0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
