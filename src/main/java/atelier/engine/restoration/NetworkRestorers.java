package atelier.engine.restoration;

import atelier.engine.face.FaceDetectors;
import atelier.engine.face.FaceIdentity;
import atelier.engine.face.Restorers;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.torch.Lane;
import atelier.engine.upscale.Upscalers;
import atelier.model.AtelierException;
import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestorerChoice;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;

/** Loads networks from ONNX files. */
public final class NetworkRestorers implements ImageRestorers {

    @Override
    public ImageRestorer open(Lane lane, DeviceChoice device, RestorationSettings settings) {
        OnnxRuntime runtime = OnnxRuntime.of(lane, device);
        OpenNetworks networks = new OpenNetworks();
        try {
            FaceRestoration faces = settings.faces();
            return new NetworkRestorer(
                    runtime.provider().label(),
                    faces == null ? null : stage(runtime, faces, networks),
                    networks.keep(Upscalers.open(runtime, settings.upscale())),
                    networks);
        } catch (RuntimeException e) {
            networks.close();
            throw e;
        }
    }

    private static FaceStage stage(
            OnnxRuntime runtime, FaceRestoration faces, OpenNetworks networks) {
        RestorerChoice choice = faces.restorer();
        if (!isShare(faces.strength())) {
            throw new AtelierException(
                    "The strength of restored faces is %s; choose 0 to 1."
                            .formatted(faces.strength()));
        }
        if (!isShare(choice.fidelity())) {
            throw new AtelierException(
                    "The fidelity to faces is %s; choose 0 to 1.".formatted(choice.fidelity()));
        }
        if (faces.onlyBelow() < 0) {
            throw new AtelierException(
                    "No face is lower than %d pixels: give a height of 1 or more, or 0 for all faces."
                            .formatted(faces.onlyBelow()));
        }
        Path identity = faces.identity();
        return new FaceStage(
                networks.keep(FaceDetectors.open(runtime, faces.detector())),
                networks.keep(
                        Restorers.get(choice.restorer())
                                .open(runtime, choice.file(), choice.fidelity())),
                identity == null ? null : networks.keep(FaceIdentity.open(runtime, identity)),
                faces.strength(),
                faces.onlyBelow());
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
