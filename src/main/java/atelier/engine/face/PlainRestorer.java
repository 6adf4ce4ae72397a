package atelier.engine.face;

import atelier.engine.onnx.HostArray;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.onnx.OnnxSession;
import atelier.engine.onnx.Signature;
import atelier.engine.onnx.TensorPort;
import atelier.model.job.CancelToken;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that is given a face and gives it back restored, such as GFPGAN (Wang et al. 2021),
 * GPEN (Yang et al. 2021) and RestoreFormer++ (Wang et al. 2023). Runs on the lane.
 */
final class PlainRestorer implements FaceRestorer {

    /** What its network is needed for, in refusals. */
    static final String PURPOSE = "restoring faces";

    static final int CHANNELS = 3;

    private final OnnxSession session;
    private final FaceTemplate template;
    private final int side;

    private PlainRestorer(OnnxSession session, FaceTemplate template, int side) {
        this.session = session;
        this.template = template;
        this.side = side;
    }

    /** Loads those of that template and size. */
    static RestorerType.Loader loader(FaceTemplate template, int side) {
        return (runtime, file, fidelity) -> open(runtime, file, template, side);
    }

    static PlainRestorer open(OnnxRuntime runtime, Path file, FaceTemplate template, int side) {
        Signature needed = Signature.of(face(side), face(side));
        return new PlainRestorer(runtime.open(file, needed, PURPOSE), template, side);
    }

    /** A face as these networks take and give it, under any name. */
    static TensorPort face(int side) {
        return TensorPort.floats("", TensorPort.ANY, CHANNELS, side, side);
    }

    @Override
    public FaceTemplate template() {
        return template;
    }

    @Override
    public int side() {
        return side;
    }

    @Override
    public float[] restore(float[] planes, CancelToken cancel) {
        HostArray face = HostArray.of(planes, 1, CHANNELS, side, side);
        return session.run(List.of(face), cancel).firstEntry().getValue();
    }

    @Override
    public void close() {
        session.close();
    }
}
