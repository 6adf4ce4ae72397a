package atelier.service.bench;

import atelier.engine.bench.RandomRestorer;
import atelier.engine.face.FacePaste;
import atelier.engine.face.FaceRestorer;
import atelier.engine.face.FaceTemplate;
import atelier.engine.face.RestoredSquare;
import atelier.engine.face.Restorers;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.RestorerChoice;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.Accelerator;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much longer a face takes to be restored, from the picture and back into it, than its
 * network takes by itself.
 */
public final class FaceBench {

    private static final int PICTURE = 1024;
    private static final int WARM_UPS = 2;

    private final Accelerator accelerator;
    private final int channels;

    /**
     * @param channels of the network over random weights, at its largest size
     */
    public FaceBench(Accelerator accelerator, int channels) {
        this.accelerator = accelerator;
        this.channels = channels;
    }

    /**
     * What to measure.
     *
     * @param restorer which network; null for one of GFPGAN's form over random weights
     * @param faces how many, at least 1; two more are restored before them, to warm up
     * @param device where to compute
     */
    public record Order(@Nullable RestorerChoice restorer, int faces, DeviceChoice device) {}

    /**
     * What was measured, in medians over the faces.
     *
     * @param processor what the network ran on
     * @param side pixels of a side of the square that it sees
     * @param network seconds of the network alone
     * @param face seconds of a face: aligned, cut out, restored and pasted
     */
    public record Speed(String processor, int side, double network, double face) {

        /** How many times as long a face takes as its network. */
        public double ratio() {
            return face / network;
        }
    }

    /**
     * Measures; network and face take turns, so that a busy machine shows in both.
     *
     * @throws atelier.model.AtelierException if the network or the device does not allow it
     */
    public Speed measure(Order order, ProgressListener progress, CancelToken cancel) {
        FullSizeCheck.requireSome(order.faces(), "faces");
        RestorerChoice choice = order.restorer();
        if (choice != null) {
            return accelerator.call(
                    order.device(),
                    (torch, device) -> measure(torch.lane(), choice, order, progress, cancel));
        }
        Path file = temporary();
        try {
            RandomRestorer.write(file, channels);
            RestorerChoice random = new RestorerChoice("gfpgan-1.4", file, 0);
            return accelerator.call(
                    order.device(),
                    (torch, device) -> measure(torch.lane(), random, order, progress, cancel));
        } finally {
            delete(file);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("atelier", ".onnx");
        } catch (IOException e) {
            throw FileFailures.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private static Speed measure(
            Lane lane,
            RestorerChoice choice,
            Order order,
            ProgressListener progress,
            CancelToken cancel) {
        OnnxRuntime runtime = OnnxRuntime.of(lane, order.device());
        List<Double> networks = new ArrayList<>();
        List<Double> faces = new ArrayList<>();
        try (FaceRestorer restorer =
                Restorers.get(choice.restorer()).open(runtime, choice.file(), choice.fidelity())) {
            CountedWork work =
                    new CountedWork(progress, "Restoring faces", "face", order.faces() + WARM_UPS);
            int side = restorer.side();
            float[] square = new float[3 * side * side];
            Bitmap picture = new Bitmap(PICTURE, PICTURE, new int[PICTURE * PICTURE]);
            FaceLandmarks marks = marks(side);
            for (int i = 0; i < order.faces() + WARM_UPS; i++) {
                cancel.check();
                double network = seconds(() -> restorer.restore(square, cancel));
                double face =
                        work.seconds(
                                "Restoring faces", () -> restore(picture, marks, restorer, cancel));
                if (i >= WARM_UPS) {
                    networks.add(network);
                    faces.add(face);
                }
            }
            return new Speed(
                    runtime.provider().label(), side, Median.of(networks), Median.of(faces));
        }
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** A face as large as the network's square, in the middle of the picture, a little turned. */
    private static FaceLandmarks marks(int side) {
        double shift = (PICTURE - side) / 2.0;
        double turn = Math.toRadians(10);
        return FaceLandmarks.of(
                FaceTemplate.FFHQ.points(side).stream()
                        .map(point ->
                                new FacePoint(
                                        shift
                                                + point.x() * Math.cos(turn)
                                                - point.y() * Math.sin(turn),
                                        shift
                                                + point.x() * Math.sin(turn)
                                                + point.y() * Math.cos(turn)))
                        .toList());
    }

    private static void restore(
            Bitmap picture, FaceLandmarks marks, FaceRestorer restorer, CancelToken cancel) {
        int[] pixels = picture.argb().clone();
        RestoredSquare.of(picture, marks, restorer, cancel)
                .paste(new FacePaste(pixels, picture.width(), picture.height()), 1, 1);
    }
}
