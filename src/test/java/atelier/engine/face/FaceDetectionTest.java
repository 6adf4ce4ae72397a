package atelier.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.TensorPort;
import atelier.engine.restoration.BandFaces;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole detections, by a network that knows faces of 16, 32 and 64 pixels in squares of 128. */
class FaceDetectionTest {

    private static final int SIDE = 128;

    private final Lane lane = new Lane();

    @TempDir private Path folder;
    private FaceDetector detector;

    @BeforeEach
    void open() {
        Path file = BandFaces.network(folder.resolve("detector.onnx"), SIDE);
        detector = lane.call(() -> FaceDetectors.open(OnnxRuntime.onCpu(lane), file));
    }

    @AfterEach
    void close() {
        lane.run(detector::close);
        lane.close();
    }

    private List<DetectedFace> found(Bitmap picture) {
        return lane.call(() -> detector.detect(picture, new CancelToken()));
    }

    private static void assertFace(
            DetectedFace face, double left, double top, double side, double close) {
        assertThat(face.box().left()).isEqualTo(left, within(close));
        assertThat(face.box().top()).isEqualTo(top, within(close));
        assertThat(face.box().width()).isEqualTo(side, within(close));
        assertThat(face.box().height()).isEqualTo(side, within(close));
        assertMarks(face.landmarks(), BandFaces.marks(left, top, side), close);
    }

    private static void assertMarks(FaceLandmarks found, FaceLandmarks want, double close) {
        for (int i = 0; i < 5; i++) {
            assertThat(found.points().get(i).distance(want.points().get(i)))
                    .as("mark " + i)
                    .isLessThan(close);
        }
    }

    @Test
    void aFaceIsFoundOnceWithItsMarks() {
        List<DetectedFace> found = found(new BandFaces(512, 512).face(232, 104, 32).picture());
        assertThat(found).hasSize(1);
        assertFace(found.getFirst(), 232, 104, 32, 0.01);
    }

    @Test
    void thirtyFacesAreFoundLargestFirst() {
        BandFaces faces = new BandFaces(512, 512);
        for (int i = 0; i < 28; i++) {
            faces.face(40 + 80 * (i % 6), 40 + 80 * (i / 6), 32);
        }
        faces.face(40, 440, 32);
        // Twice as large.
        faces.face(400, 336, 64);
        List<DetectedFace> found = found(faces.picture());
        assertThat(found).hasSize(30);
        assertFace(found.getFirst(), 400, 336, 64, 0.01);
        assertThat(found.subList(1, 30))
                .allSatisfy(face -> assertThat(face.box().width()).isEqualTo(32, within(0.01)));
    }

    @Test
    void aFaceThatFillsALargePictureIsFound() {
        List<DetectedFace> found = found(new BandFaces(1536, 2048).face(256, 768, 1024).picture());
        assertThat(found).hasSize(1);
        assertFace(found.getFirst(), 256, 768, 1024, 0.01);
    }

    @Test
    void aFaceOfEightPixelsIsFoundInASmallPicture() {
        List<DetectedFace> found = found(new BandFaces(64, 64).face(26, 34, 8).picture());
        assertThat(found).hasSize(1);
        assertFace(found.getFirst(), 26, 34, 8, 0.01);
    }

    @Test
    void aFaceAtTheBorderReachesBeyondThePicture() {
        List<DetectedFace> found = found(new BandFaces(512, 512).face(-16, 208, 64).picture());
        assertThat(found).hasSize(1);
        assertFace(found.getFirst(), -16, 208, 64, 0.01);
    }

    @Test
    void picturesThatAreNotSquareKeepTheirProportions() {
        List<DetectedFace> found = found(new BandFaces(512, 320).face(232, 104, 32).picture());
        assertThat(found).hasSize(1);
        assertFace(found.getFirst(), 232, 104, 32, 0.01);
    }

    @Test
    void facesOnTheirSideAndOnTheirHeadAreFoundWithMarksThatTellTheWay() {
        FaceBox box = new FaceBox(48, 80, 64, 64);
        Bitmap turned = new BandFaces(256, 256).face(48, 80, 64).picture();
        FaceLandmarks marks = BandFaces.marks(48, 80, 64);
        for (int turns = 1; turns < 4; turns++) {
            turned = quarter(turned);
            box = new FaceBox(256 - box.bottom(), box.left(), 64, 64);
            marks =
                    FaceLandmarks.of(
                            marks.points().stream()
                                    .map(point -> new FacePoint(255 - point.y(), point.x()))
                                    .toList());
            List<DetectedFace> found = found(turned);
            assertThat(found).as(turns + " quarters").hasSize(1);
            assertMarks(found.getFirst().landmarks(), marks, 0.01);
            // Whole pixels' edges, not their middles: one pixel either way.
            assertThat(found.getFirst().box().left()).isEqualTo(box.left(), within(1.01));
            assertThat(found.getFirst().box().top()).isEqualTo(box.top(), within(1.01));
            assertThat(found.getFirst().box().width()).isEqualTo(64, within(0.01));
        }
    }

    /** Clockwise. */
    private static Bitmap quarter(Bitmap picture) {
        int side = picture.width();
        int[] turned = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                turned[x * side + side - 1 - y] = picture.argb()[y * side + x];
            }
        }
        return new Bitmap(side, side, turned);
    }

    @Test
    void whereThereIsNoneNoneIsFound() {
        assertThat(found(new BandFaces(512, 400).picture())).isEmpty();
        assertThat(found(new BandFaces(1, 1).picture())).isEmpty();
    }

    @Test
    void lookingCanBeStopped() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        Bitmap picture = new BandFaces(512, 512).picture();
        assertThatThrownBy(() -> lane.call(() -> detector.detect(picture, cancel)))
                .isInstanceOf(CancelledException.class);
    }

    /** As SCRFD of squares of 64 pixels; whatever it sees, it says the same. */
    private Path scrfd(boolean countsPictures) {
        OnnxGraph graph = new OnnxGraph("scrfd");
        graph.input(TensorPort.floats("input.1", 1, 3, 64, 64));
        List<TensorPort> outputs = new ArrayList<>();
        for (int width : new int[] {1, 4, 10}) {
            for (int stride : new int[] {8, 16, 32}) {
                int guesses = 2 * (64 / stride) * (64 / stride);
                float[] numbers = new float[guesses * width];
                if (stride == 8) {
                    // Row 3, column 5, the second guess: from (32, 8) to (44, 36).
                    float[] said =
                            switch (width) {
                                case 1 -> new float[] {0.75f};
                                case 4 -> new float[] {1, 2, 0.5f, 1.5f};
                                default ->
                                        new float[] {
                                            -0.5f, -1, 0.25f, -1, 0, 0, -0.25f, 0.5f, 0, 1
                                        };
                            };
                    System.arraycopy(said, 0, numbers, 59 * width, width);
                }
                String name = width + "of" + stride;
                graph.reals(name + ".numbers", numbers);
                long[] shape =
                        countsPictures
                                ? new long[] {1, guesses, width}
                                : new long[] {guesses, width};
                graph.wholes(name + ".shape", shape);
                graph.node("Reshape", name, List.of(name + ".numbers", name + ".shape"));
                outputs.add(TensorPort.floats(name, shape));
            }
        }
        outputs.forEach(graph::output);
        Path file = folder.resolve("scrfd.onnx");
        graph.write(file);
        return file;
    }

    /** The picture is looked at as it is and twice as large. */
    @Test
    void scrfdIsToldByItsSignature() {
        for (boolean countsPictures : new boolean[] {false, true}) {
            Path file = scrfd(countsPictures);
            List<DetectedFace> found =
                    lane.call(() -> {
                        try (FaceDetector scrfd =
                                FaceDetectors.open(OnnxRuntime.onCpu(lane), file)) {
                            return scrfd.detect(new BandFaces(16, 16).picture(), new CancelToken());
                        }
                    });
            assertThat(found)
                    .extracting(DetectedFace::box)
                    .containsExactly(new FaceBox(32, 8, 12, 28), new FaceBox(16, 4, 6, 14));
        }
    }

    @Test
    void aNetworkThatFindsNoFacesIsRefused() {
        Path file = RestorationNetworks.gfpgan(folder.resolve("gfpgan.onnx"));
        lane.run(() ->
                assertThatThrownBy(() -> FaceDetectors.open(OnnxRuntime.onCpu(lane), file))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageContaining(
                                "gfpgan.onnx holds no network for finding faces: it is one of input float32 [1, 3, 512, 512]"));
    }
}
