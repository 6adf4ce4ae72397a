package atelier.engine.face;

import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import java.nio.file.Path;
import java.util.List;

/** Loads detectors; which kind a network is of shows in what it takes and gives. */
public final class FaceDetectors {

    /** What the starter's detector is called in its file. */
    private static final String STARTER = "face_detector";

    /**
     * Of 255 painted faces in 150 scenes the starter's detector finds as many above this score as
     * above YuNet's own 0.6; of what it finds 94 % are faces in place of 88 %.
     */
    private static final double STARTER_SCORE = 0.75;

    private static final int USUAL_SIDE = 640;

    private FaceDetectors() {}

    /**
     * Loads one; called on the lane.
     *
     * @throws atelier.model.AtelierException if the file is missing, damaged, or holds another
     *     network
     */
    public static FaceDetector open(OnnxRuntime runtime, Path file) {
        OnnxSession session = runtime.open(file);
        try {
            Signature found = session.signature();
            long side = side(found);
            FaceDecoder decoder =
                    kinds(session).stream()
                            .filter(kind ->
                                    kind.signatures(side).stream()
                                            .anyMatch(signature -> signature.accepts(found)))
                            .findFirst()
                            .orElseThrow(() ->
                                    Signature.refusal(
                                            file,
                                            found,
                                            "finding faces",
                                            "YuNet of March 2023 or SCRFD with landmarks"));
            int used = side == TensorPort.ANY ? USUAL_SIDE : Math.toIntExact(side);
            return new TurningDetector(new TiledDetector(session, decoder, used));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static List<FaceDecoder> kinds(OnnxSession session) {
        return List.of(
                session.graph().equals(STARTER)
                        ? new YuNetDecoder(STARTER_SCORE)
                        : new YuNetDecoder(),
                new ScrfdDecoder());
    }

    /** Pixels of a side of the square that it takes; {@link TensorPort#ANY} where it takes any. */
    private static long side(Signature found) {
        if (found.inputs().size() != 1 || found.inputs().getFirst().shape().size() != 4) {
            return TensorPort.ANY;
        }
        long side = found.inputs().getFirst().shape().getLast();
        return side > 0 ? side : TensorPort.ANY;
    }
}
