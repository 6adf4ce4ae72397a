package atelier.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {

    private static final String PURPOSE = "restoring faces";

    private final Lane lane = new Lane();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        lane.close();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void assertRefused(Path file, String... parts) {
        Signature needed = RestorerSignature.OF_512;
        lane.run(() ->
                assertThatThrownBy(() -> OnnxRuntime.onCpu(lane).open(file, needed, PURPOSE))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageContainingAll(parts));
    }

    /** What the tests ask for. */
    private static final class RestorerSignature {

        static final Signature OF_512 =
                Signature.of(
                        TensorPort.floats("input", TensorPort.ANY, 3, 512, 512),
                        TensorPort.floats("", TensorPort.ANY, 3, 512, 512));
    }

    @Test
    void theSignatureIsReadInTheFilesOrder() {
        Path file = RestorationNetworks.codeFormer(file("codeformer.onnx"));
        lane.run(() -> {
            try (OnnxSession session = OnnxSession.open(lane, file)) {
                assertThat(session.signature())
                        .isEqualTo(
                                new Signature(
                                        List.of(
                                                TensorPort.floats("input", 1, 3, 512, 512),
                                                new TensorPort(
                                                        "weight",
                                                        ElementType.FLOAT64,
                                                        List.of(1L))),
                                        List.of(TensorPort.floats("output", 1, 3, 512, 512))));
                assertThat(session.signature().described())
                        .isEqualTo(
                                "input float32 [1, 3, 512, 512], weight float64 [1] → output float32 [1, 3, 512, 512]");
            }
        });
    }

    @Test
    void numbersOfBothKindsGoIn() {
        Path file = RestorationNetworks.codeFormer(file("codeformer.onnx"));
        float[] face = new float[3 * 512 * 512];
        Arrays.fill(face, 0.5f);
        lane.run(() -> {
            try (OnnxSession session = OnnxSession.open(lane, file)) {
                float[] result =
                        session.run(
                                        List.of(
                                                HostArray.of(face, 1, 3, 512, 512),
                                                HostArray.of(new double[] {0.25}, 1)),
                                        new CancelToken())
                                .get("output");
                assertThat(result).hasSize(face.length).containsOnly(0.125f);
                session.warmUp(64, new CancelToken());
            }
        });
    }

    @Test
    void aFileOfTheRightSignatureIsOpened() {
        Path file = RestorationNetworks.gfpgan(file("gfpgan.onnx"));
        lane.run(() -> {
            OnnxRuntime runtime = OnnxRuntime.of(lane, DeviceChoice.CPU);
            assertThat(runtime.provider().label()).isEqualTo("CPU");
            runtime.open(file, RestorerSignature.OF_512, PURPOSE).close();
        });
    }

    @Test
    void anotherNetworkIsRefusedWithWhatItIsAndWhatIsNeeded() {
        assertRefused(
                RestorationNetworks.plain(file("small.onnx"), 256),
                "small.onnx holds no network for restoring faces: it is one of input float32 [1, 3, 256, 256] → output float32 [1, 3, 256, 256], and input float32 [?, 3, 512, 512] → float32 [?, 3, 512, 512] is needed; choose another file.");
        assertRefused(
                RestorationNetworks.codeFormer(file("two.onnx")), "two.onnx holds no network for");
        assertRefused(RestorationNetworks.sface(file("sface.onnx")), "→ fc1 float32 [1, 128], and");
    }

    @Test
    void oneWhoseInputHasAnotherNameIsRefusedWhereTheNameMatters() {
        Signature other =
                Signature.of(
                        TensorPort.floats("picture", TensorPort.ANY, 3, 512, 512),
                        TensorPort.floats("", TensorPort.ANY, 3, 512, 512));
        assertThat(other.accepts(RestorerSignature.OF_512)).isFalse();
        assertThat(RestorerSignature.OF_512.accepts(RestorerSignature.OF_512)).isTrue();
    }

    @Test
    void elementsOfAnotherKindAreRefused() {
        TensorPort wide = new TensorPort("input", ElementType.FLOAT64, List.of(1L, 3L, 512L, 512L));
        Signature found = Signature.of(wide, TensorPort.floats("output", 1, 3, 512, 512));
        assertThat(RestorerSignature.OF_512.accepts(found)).isFalse();
    }

    @Test
    void missingTruncatedAndForeignFilesAreRefused() throws IOException {
        assertRefused(file("nowhere.onnx"), "There is no network", "nowhere.onnx");
        byte[] whole = Files.readAllBytes(RestorationNetworks.gfpgan(file("gfpgan.onnx")));
        for (double part : new double[] {0, 0.1, 0.5, 0.9}) {
            Path cut = file("cut.onnx");
            Files.write(cut, Arrays.copyOf(whole, (int) (whole.length * part)));
            assertRefused(
                    cut, "cut.onnx cannot be loaded as an ONNX network (", "get the file again.");
        }
        Path foreign = file("photo.onnx");
        Files.writeString(foreign, "\u0089PNG\r\n and so on, which is no protocol buffer at all");
        assertRefused(foreign, "photo.onnx cannot be loaded as an ONNX network (");
    }

    @Test
    void anotherThreadMayNeitherRunNorClose() {
        Path file = RestorationNetworks.gfpgan(file("gfpgan.onnx"));
        OnnxSession session = lane.call(() -> OnnxSession.open(lane, file));
        assertThatThrownBy(() -> session.run(new float[0], 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("accelerator lane");
        assertThatThrownBy(session::close).isInstanceOf(IllegalStateException.class);
        lane.run(session::close);
    }
}
