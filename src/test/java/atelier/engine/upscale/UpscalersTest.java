package atelier.engine.upscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.TensorPort;
import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.UpscaleChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpscalersTest {

    private final Lane lane = new Lane();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        lane.close();
    }

    private Bitmap upscaled(UpscaleChoice choice, Bitmap picture) {
        return lane.call(() -> {
            try (Upscaler upscaler = Upscalers.open(OnnxRuntime.onCpu(lane), choice)) {
                Bitmap large = upscaler.upscale(picture, new CancelToken(), ProgressListener.NONE);
                assertThat(large.width()).isEqualTo(picture.width() * upscaler.factor());
                assertThat(large.height()).isEqualTo(picture.height() * upscaler.factor());
                return large;
            }
        });
    }

    private UpscaleChoice.Network network(Path file, int factor) {
        return new UpscaleChoice.Network(file, factor);
    }

    private static Bitmap noise(int width, int height) {
        int[] argb = new TorchRandom(11).integers(1 << 24, width * height);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        return new Bitmap(width, height, argb);
    }

    /** Any tile shows every pixel where it is, at any size and so at any number of tiles. */
    @ParameterizedTest
    @CsvSource({"5, 3, 2", "240, 241, 2", "300, 500, 2", "256, 465, 4"})
    void tilesArePutTogetherInPlace(int width, int height, int factor) {
        Path file = RestorationNetworks.repeating(folder.resolve("x.onnx"), factor);
        Bitmap picture = noise(width, height);
        Bitmap large = upscaled(network(file, factor), picture);
        for (int i = 0; i < large.argb().length; i++) {
            int x = i % large.width() / factor;
            int y = i / large.width() / factor;
            assertThat(large.argb()[i]).isEqualTo(picture.argb()[y * width + x]);
        }
    }

    /** Of a real network's kind, whose tiles differ near their edges, no seam is seen. */
    @Test
    void tilesOfANetworkThatSeesItsSurroundingsAgreeWithOneLargeTile() {
        Path file = RestorationNetworks.realEsrgan(folder.resolve("x2.onnx"), 2);
        Bitmap picture = noise(500, 270);
        Bitmap whole = upscaled(network(file, 2), picture);
        // The same middle, cut so that tiles end elsewhere.
        int[] part = new int[400 * 270];
        for (int y = 0; y < 270; y++) {
            System.arraycopy(picture.argb(), y * 500 + 100, part, y * 400, 400);
        }
        Bitmap other = upscaled(network(file, 2), new Bitmap(400, 270, part));
        for (int y = 0; y < 540; y++) {
            for (int x = 20; x < 800; x++) {
                int one = whole.argb()[y * 1000 + 200 + x];
                int two = other.argb()[y * 800 + x];
                for (int shift = 0; shift < 24; shift += 8) {
                    assertThat(Math.abs((one >> shift & 0xff) - (two >> shift & 0xff)))
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void whatANetworkMakesInExcessIsShrunkAgain() {
        Path file = RestorationNetworks.repeating(folder.resolve("x4.onnx"), 4);
        Bitmap picture = noise(40, 30);
        Bitmap large = upscaled(network(file, 2), picture);
        Bitmap four = upscaled(network(file, 4), picture);
        int[] want = PillowResize.of(four.argb(), 160, 120, 80, 60, ResizeFilter.LANCZOS);
        // Away from the border, beyond which the tile is mirrored.
        for (int y = 8; y < 52; y++) {
            for (int x = 8; x < 72; x++) {
                assertThat(large.argb()[y * 80 + x]).isEqualTo(want[y * 80 + x]);
            }
        }
    }

    @Test
    void transparencyGoesThroughTheNetworkAndHiddenColoursDoNotShow() {
        Path file = RestorationNetworks.repeating(folder.resolve("x2.onnx"), 2);
        int[] argb = new int[60 * 40];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 60 < 30 ? 0x80ffffff : 0;
        }
        Bitmap large = upscaled(network(file, 2), new Bitmap(60, 40, argb));
        for (int i = 0; i < large.argb().length; i++) {
            boolean seen = i % 120 < 60;
            assertThat(large.argb()[i] >>> 24).isEqualTo(seen ? 0x80 : 0);
            if (i % 120 < 90) {
                assertThat(large.argb()[i] & 0xffffff).isEqualTo(0xffffff);
            }
        }
    }

    @Test
    void lanczosKeepsEdgesOfWhatIsSeenFreeOfWhatIsNot() {
        int[] argb = new int[20 * 20];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 20 < 10 ? 0xffe0e0e0 : 0;
        }
        Bitmap large = upscaled(new UpscaleChoice.Lanczos(4), new Bitmap(20, 20, argb));
        for (int pixel : large.argb()) {
            if (pixel >>> 24 > 0) {
                assertThat((double) (pixel & 0xff)).isEqualTo(0xe0, within(1.0));
            }
        }
        assertThat(large.argb()[0]).isEqualTo(0xffe0e0e0);
        assertThat(large.argb()[79] >>> 24).isZero();
    }

    @Test
    void lanczosIsPillows() {
        Bitmap picture = noise(31, 22);
        assertThat(upscaled(new UpscaleChoice.Lanczos(2), picture).argb())
                .isEqualTo(PillowResize.of(picture.argb(), 31, 22, 62, 44, ResizeFilter.LANCZOS));
    }

    @Test
    void notAtAllIsThePictureItself() {
        Bitmap picture = noise(31, 22);
        assertThat(upscaled(UpscaleChoice.NONE, picture)).isSameAs(picture);
        assertThat(upscaled(new UpscaleChoice.Lanczos(1), picture)).isSameAs(picture);
    }

    @Test
    void eachTileIsToldOfAndAllCanBeStopped() {
        Path file = RestorationNetworks.repeating(folder.resolve("x2.onnx"), 2);
        List<Long> done = new ArrayList<>();
        CancelToken cancel = new CancelToken();
        ProgressListener listener =
                progress -> {
                    assertThat(progress)
                            .isEqualTo(Progress.of("Upscaling", progress.done(), 6, "tile"));
                    done.add(progress.done());
                    if (progress.done() == 2) {
                        cancel.cancel();
                    }
                };
        lane.run(() -> {
            try (Upscaler upscaler = Upscalers.open(OnnxRuntime.onCpu(lane), network(file, 2))) {
                assertThatThrownBy(() -> upscaler.upscale(noise(500, 300), cancel, listener))
                        .isInstanceOf(CancelledException.class);
            }
        });
        assertThat(done).containsExactly(0L, 1L, 2L);
    }

    private void assertRefused(UpscaleChoice choice, String message) {
        lane.run(() ->
                assertThatThrownBy(() -> Upscalers.open(OnnxRuntime.onCpu(lane), choice))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageContaining(message));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 9})
    void factorsOutOfRangeAreRefused(int factor) {
        assertRefused(
                new UpscaleChoice.Lanczos(factor),
                "An image cannot be made " + factor + " times as large; choose 1 to 8.");
    }

    @Test
    void networksThatDoNotServeAreRefused() {
        Path two = RestorationNetworks.repeating(folder.resolve("x2.onnx"), 2);
        assertRefused(network(two, 4), "x2.onnx enlarges 2 times, not 4 times");
        Path identity = RestorationNetworks.sface(folder.resolve("sface.onnx"));
        assertRefused(network(identity, 2), "sface.onnx holds no network for upscaling");
        OnnxGraph graph = new OnnxGraph("upscaler");
        String x = graph.input(TensorPort.floats("input", 1, 3, 32, 32));
        graph.node("Identity", "output", List.of(x));
        graph.output(TensorPort.floats("output", 1, 3, 32, 32));
        Path small = folder.resolve("small.onnx");
        graph.write(small);
        assertRefused(network(small, 1), "small.onnx takes squares of 32 pixels");
    }

    @Test
    void whatNoMemoryHoldsIsRefused() {
        Bitmap picture = new Bitmap(6_000, 1_000, new int[6_000_000]);
        lane.run(() -> {
            try (Upscaler upscaler =
                    Upscalers.open(OnnxRuntime.onCpu(lane), new UpscaleChoice.Lanczos(8))) {
                assertThatThrownBy(() ->
                                upscaler.upscale(picture, new CancelToken(), ProgressListener.NONE))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageStartingWith("6000 × 1000 pixels made 8 times");
            }
        });
    }
}
