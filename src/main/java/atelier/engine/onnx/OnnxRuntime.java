package atelier.engine.onnx;

import atelier.engine.torch.Lane;
import atelier.model.job.CancelToken;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;

/**
 * ONNX Runtime on one device, which is chosen here and nowhere else. All of its networks run on the
 * lane.
 */
public final class OnnxRuntime {

    /** Stands for sides that are not fixed; upscaling's tiles have it. */
    private static final int WARM_SIDE = 256;

    private final Lane lane;
    private final ExecutionProvider provider;

    private OnnxRuntime(Lane lane, ExecutionProvider provider) {
        this.lane = lane;
        this.provider = provider;
    }

    /** On the processor. */
    public static OnnxRuntime onCpu(Lane lane) {
        return new OnnxRuntime(lane, ExecutionProvider.CPU);
    }

    /**
     * On the device that the user asked for; called on the lane.
     *
     * @throws atelier.model.AtelierException if it was asked for by name and cannot be had
     */
    public static OnnxRuntime of(Lane lane, DeviceChoice device) {
        lane.check();
        return new OnnxRuntime(lane, Providers.ofThisMachine().resolve(device));
    }

    /** What it computes with. */
    public ExecutionProvider provider() {
        return provider;
    }

    /**
     * Loads a network. On a GPU it also runs once, so that the first picture takes no longer than
     * those after it.
     *
     * @throws atelier.model.AtelierException if the file is missing or no ONNX network that the
     *     runtime can run
     */
    public OnnxSession open(Path file) {
        OnnxSession session = OnnxSession.open(lane, provider, file);
        if (provider == ExecutionProvider.CPU) {
            return session;
        }
        try {
            session.warmUp(WARM_SIDE, new CancelToken());
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Loads a network of that signature.
     *
     * @param purpose what it is needed for: "restoring faces"
     * @throws atelier.model.AtelierException if the file is missing, damaged, or holds another
     *     network
     */
    public OnnxSession open(Path file, Signature needed, String purpose) {
        OnnxSession session = open(file);
        try {
            needed.require(file, session.signature(), purpose);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }
}
