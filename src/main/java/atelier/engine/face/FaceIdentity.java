package atelier.engine.face;

import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceLandmarks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Tells whose face it is: a network gives each face a direction, and those of one person point the
 * same way. Takes SFace (Zhong et al. 2021) and ArcFace (Deng et al. 2019). Runs on the lane.
 */
public final class FaceIdentity implements AutoCloseable {

    private static final int SIDE = 112;
    private static final int CHANNELS = 3;
    private static final int BLACK = 0;

    /** The kinds of networks, told by how many numbers they give. */
    private enum Kind {
        /** As OpenCV's model zoo gives it; the cosine is that of its example. */
        SFACE(128, 1, 0, 0.363),
        /** As InsightFace gives it; the cosine is that of its example. */
        ARCFACE(512, 1 / 127.5, -1, 0.28);

        private final int width;
        private final double scale;
        private final double offset;
        private final double samePerson;

        Kind(int width, double scale, double offset, double samePerson) {
            this.width = width;
            this.scale = scale;
            this.offset = offset;
            this.samePerson = samePerson;
        }

        Signature signature() {
            return Signature.of(
                    TensorPort.floats("", TensorPort.ANY, CHANNELS, SIDE, SIDE),
                    TensorPort.floats("", TensorPort.ANY, width));
        }
    }

    private final OnnxSession session;
    private final Kind kind;

    private FaceIdentity(OnnxSession session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    /**
     * Loads a network; called on the lane.
     *
     * @throws atelier.model.AtelierException if the file is missing, damaged, or holds another
     *     network
     */
    public static FaceIdentity open(OnnxRuntime runtime, Path file) {
        OnnxSession session = runtime.open(file);
        try {
            Kind kind =
                    Arrays.stream(Kind.values())
                            .filter(one -> one.signature().accepts(session.signature()))
                            .findFirst()
                            .orElseThrow(() ->
                                    Signature.refusal(
                                            file,
                                            session.signature(),
                                            "telling faces apart",
                                            "SFace or ArcFace"));
            return new FaceIdentity(session, kind);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The cosine at which and above which two faces are taken for one person's. */
    public double samePerson() {
        return kind.samePerson;
    }

    /**
     * The direction of a face.
     *
     * @return of any length, which says nothing
     * @throws atelier.model.job.CancelledException if stopping is asked for meanwhile
     */
    public float[] of(Bitmap picture, FaceLandmarks marks, CancelToken cancel) {
        float[] face =
                FaceWarp.cut(
                        picture, FaceAlignment.of(marks, FaceTemplate.ARCFACE_112, SIDE), BLACK);
        for (int i = 0; i < face.length; i++) {
            face[i] = (float) (face[i] * kind.scale + kind.offset);
        }
        HostArray input = HostArray.of(face, 1, CHANNELS, SIDE, SIDE);
        return session.run(List.of(input), cancel).firstEntry().getValue();
    }

    @Override
    public void close() {
        session.close();
    }
}
