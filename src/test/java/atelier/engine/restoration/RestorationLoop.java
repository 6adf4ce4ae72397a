package atelier.engine.restoration;

import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestorerChoice;
import atelier.model.restoration.UpscaleChoice;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.ResidentMemory;
import java.nio.file.Path;

/**
 * A process of its own that restores images of several sizes one after the other and makes them
 * larger, and prints its resident memory in KiB after each ten, a line each.
 */
public final class RestorationLoop {

    private static final int[][] SIZES = {{128, 128}, {256, 160}, {192, 512}, {256, 256}};

    private RestorationLoop() {}

    /** Arguments: a folder for the networks, and how many images. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int images = Integer.parseInt(args[1]);
        RestorationSettings settings =
                new RestorationSettings(
                        new FaceRestoration(
                                BandFaces.network(folder.resolve("detector.onnx"), 128),
                                new RestorerChoice(
                                        "gpen-bfr-256",
                                        RestorationNetworks.plain(folder.resolve("gpen.onnx"), 256),
                                        0),
                                1,
                                0,
                                RestorationNetworks.sface(folder.resolve("sface.onnx"))),
                        new UpscaleChoice.Network(
                                RestorationNetworks.realEsrgan(folder.resolve("x2.onnx"), 2), 2));
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (ImageRestorer restorer =
                        new NetworkRestorers().open(lane, DeviceChoice.CPU, settings)) {
                    for (int i = 1; i <= images; i++) {
                        int[] size = SIZES[i % SIZES.length];
                        restore(restorer, size[0], size[1]);
                        if (i % 10 == 0) {
                            ResidentMemory.print();
                        }
                    }
                }
            });
        }
    }

    private static void restore(ImageRestorer restorer, int width, int height) {
        RestorationResult result =
                restorer.restore(
                        new BandFaces(width, height).face(40, 40, 32).picture(),
                        new CancelToken(),
                        ProgressListener.NONE);
        if (result.count(FaceOutcome.RESTORED) == 0) {
            throw new IllegalStateException(
                    "no face was restored at %d × %d".formatted(width, height));
        }
    }
}
