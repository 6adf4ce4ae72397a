package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.TensorPort;
import atelier.engine.restoration.BandFaces;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.score.Cosine;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceIdentityTest {

    @TempDir private Path folder;

    /** Tells the mean of each channel, then nothing more. */
    private Path means(int width) {
        OnnxGraph graph = new OnnxGraph("identity");
        String x = graph.input(TensorPort.floats("input", 1, 3, 112, 112));
        String mean = graph.node("GlobalAveragePool", "mean", List.of(x));
        String flat = graph.node("Flatten", "flat", List.of(mean));
        graph.wholes("pads", 0, 0, 0, width - 3L);
        graph.node("Pad", "output", List.of(flat, "pads"));
        graph.output(TensorPort.floats("output", 1, width));
        Path file = folder.resolve(width + ".onnx");
        graph.write(file);
        return file;
    }

    private static Bitmap filled(int pixel) {
        int[] argb = new int[200 * 200];
        Arrays.fill(argb, pixel);
        return new Bitmap(200, 200, argb);
    }

    private static float[] direction(Lane lane, Path file, Bitmap picture, double left) {
        try (FaceIdentity identity = FaceIdentity.open(OnnxRuntime.onCpu(lane), file)) {
            return identity.of(picture, BandFaces.marks(left, 40, 90), new CancelToken());
        }
    }

    @Test
    void sfaceTakesRedFirstAsItIsAndArcFaceFromMinusOneToOne() {
        Path sface = means(128);
        Path arcFace = means(512);
        Bitmap picture = filled(0xffff8000);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                float[] plain = direction(lane, sface, picture, 55);
                assertThat(plain).hasSize(128);
                assertThat(plain[0]).isEqualTo(255, within(0.1f));
                assertThat(plain[1]).isEqualTo(128, within(0.1f));
                assertThat(plain[2]).isEqualTo(0, within(0.1f));
                float[] centred = direction(lane, arcFace, picture, 55);
                assertThat(centred).hasSize(512);
                assertThat(centred[0]).isEqualTo(1, within(1e-3f));
                assertThat(centred[1]).isEqualTo(128 / 127.5f - 1, within(1e-3f));
                assertThat(centred[2]).isEqualTo(-1, within(1e-3f));
            });
        }
    }

    /** The face's place is taken out by the alignment, the face itself is not. */
    @Test
    void theSameFaceElsewhereIsTheSameAndAnotherIsNot() {
        Path file = RestorationNetworks.sface(folder.resolve("sface.onnx"));
        Bitmap here = new BandFaces(200, 200).face(20, 40, 90).picture();
        Bitmap there = new BandFaces(200, 200).face(70, 40, 90).picture();
        Bitmap other = filled(0xff20c040);
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                float[] first = direction(lane, file, here, 20);
                assertThat(Cosine.of(first, direction(lane, file, there, 70)))
                        .isEqualTo(1, within(1e-5));
                assertThat(Cosine.of(first, direction(lane, file, other, 70))).isLessThan(0.9);
                try (FaceIdentity identity = FaceIdentity.open(OnnxRuntime.onCpu(lane), file)) {
                    assertThat(identity.samePerson()).isEqualTo(0.363);
                }
            });
        }
    }

    @Test
    void anotherNetworkIsRefused() {
        Path file = means(100);
        try (Lane lane = new Lane()) {
            lane.run(() ->
                    assertThatThrownBy(() -> FaceIdentity.open(OnnxRuntime.onCpu(lane), file))
                            .isInstanceOf(AtelierException.class)
                            .hasMessageEndingWith(
                                    "and SFace or ArcFace is needed; choose another file."));
        }
    }
}
