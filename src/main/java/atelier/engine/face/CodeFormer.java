package atelier.engine.face;

import atelier.engine.onnx.ElementType;
import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.model.job.CancelToken;
import java.nio.file.Path;
import java.util.List;

/**
 * CodeFormer (Zhou et al. 2022), which takes beside the face how near to it the result is to stay.
 * Runs on the lane.
 */
final class CodeFormer implements FaceRestorer {

    private static final int SIDE = 512;
    private static final Signature SIGNATURE =
            new Signature(
                    List.of(
                            PlainRestorer.face(SIDE),
                            new TensorPort("", ElementType.FLOAT64, List.of(1L))),
                    List.of(PlainRestorer.face(SIDE)));

    private final OnnxSession session;
    private final double fidelity;

    private CodeFormer(OnnxSession session, double fidelity) {
        this.session = session;
        this.fidelity = fidelity;
    }

    static CodeFormer open(OnnxRuntime runtime, Path file, double fidelity) {
        return new CodeFormer(runtime.open(file, SIGNATURE, PlainRestorer.PURPOSE), fidelity);
    }

    @Override
    public FaceTemplate template() {
        return FaceTemplate.FFHQ;
    }

    @Override
    public int side() {
        return SIDE;
    }

    @Override
    public float[] restore(float[] planes, CancelToken cancel) {
        return session.run(
                        List.of(
                                HostArray.of(planes, 1, PlainRestorer.CHANNELS, SIDE, SIDE),
                                HostArray.of(new double[] {fidelity}, 1)),
                        cancel)
                .firstEntry()
                .getValue();
    }

    @Override
    public void close() {
        session.close();
    }
}
