package atelier.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.TensorPort;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectMattingTest {

    private static final int SIDE = 64;

    @TempDir private Path folder;

    /**
     * Half the red plus a quarter of the green, which overshoots nowhere.
     *
     * @param side of the squares that it takes
     */
    private Path network(long side) {
        OnnxGraph graph = new OnnxGraph("matting");
        String x = graph.input(TensorPort.floats("input", TensorPort.ANY, 3, side, side));
        graph.reals("shares", 0.5f, 0.25f, 0);
        graph.wholes("shape", 1, 3, 1, 1);
        String weight = graph.node("Reshape", "weight", List.of("shares", "shape"));
        graph.node("Conv", "alpha", List.of(x, weight), OnnxAttribute.wholes("kernel_shape", 1, 1));
        graph.output(TensorPort.floats("alpha", TensorPort.ANY, 1, side, side));
        Path file = folder.resolve("matting.onnx");
        graph.write(file);
        return file;
    }

    /** Red on the left, green on the right, not square. */
    private static Bitmap picture() {
        int[] argb = new int[160 * 90];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 160 < 80 ? 0xffff0000 : 0xff00ff00;
        }
        return new Bitmap(160, 90, argb);
    }

    @Test
    void theMaskHasThePicturesSizeAndTheNetworksShares() {
        Path file = network(SIDE);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (SubjectMatting matting = SubjectMatting.open(OnnxRuntime.onCpu(lane), file)) {
                    Bitmap mask = matting.matte(picture(), new CancelToken());
                    assertThat(mask.width()).isEqualTo(160);
                    assertThat(mask.height()).isEqualTo(90);
                    assertThat(level(mask, 20, 45)).isEqualTo(128);
                    assertThat(level(mask, 140, 45)).isEqualTo(64);
                    assertThat((double) level(mask, 80, 45)).isEqualTo(96, within(32.0));
                    assertThat(mask.isTransparent()).isFalse();
                }
            });
        }
    }

    private static int level(Bitmap mask, int x, int y) {
        int pixel = mask.argb()[y * mask.width() + x];
        int level = pixel & 0xff;
        assertThat(pixel).isEqualTo(0xff000000 | level << 16 | level << 8 | level);
        return level;
    }

    /** Red is 1 and green −1 on the left, the other way round on the right. */
    @Test
    void modNetTakesAnySizeFromMinusOneToOne() {
        Path file = network(TensorPort.ANY);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (SubjectMatting matting = SubjectMatting.open(OnnxRuntime.onCpu(lane), file)) {
                    Bitmap mask = matting.matte(picture(), new CancelToken());
                    assertThat(mask.width()).isEqualTo(160);
                    assertThat(mask.height()).isEqualTo(90);
                    assertThat(level(mask, 20, 45)).isEqualTo(64);
                    assertThat(level(mask, 140, 45)).isZero();
                }
            });
        }
    }

    /** Worked out by its authors' rule. */
    @Test
    void modNetSeesPicturesAtTheSizeOfItsTraining() {
        assertThat(MattingSize.ofModNet(1024, 1024)).isEqualTo(new MattingSize(512, 512));
        assertThat(MattingSize.ofModNet(1000, 700)).isEqualTo(new MattingSize(704, 512));
        assertThat(MattingSize.ofModNet(200, 300)).isEqualTo(new MattingSize(512, 768));
        assertThat(MattingSize.ofModNet(800, 400)).isEqualTo(new MattingSize(800, 384));
        assertThat(MattingSize.ofModNet(2000, 9)).isEqualTo(new MattingSize(1984, 32));
    }

    @Test
    void anotherNetworkIsRefused() {
        Path file = RestorationNetworks.plain(folder.resolve("restorer.onnx"), 64);
        try (Lane lane = new Lane()) {
            lane.run(() ->
                    assertThatThrownBy(() -> SubjectMatting.open(OnnxRuntime.onCpu(lane), file))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageContaining(
                                    "restorer.onnx holds no network for cutting out subjects"));
        }
    }
}
