package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.convnet.FaceGrid;
import atelier.engine.convnet.PictureNetwork;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A detector of faces whose weights are trained. */
final class TrainedFaceDetector implements TrainedNetwork<FaceScenes> {

    private static final long COLOURS = 3;
    private static final List<String> PARTS = List.of("face", "fit", "overlap", "box", "marks");

    private final Torch torch;
    private final FaceDetectorLoss loss;
    private final ComputeType type;
    private final PictureNetwork network;
    private final Program program;

    TrainedFaceDetector(
            Torch torch, FaceDetectorLoss loss, Map<String, NDArray> weights, ComputeType type) {
        this.torch = torch;
        this.loss = loss;
        this.type = type;
        this.network = PictureNetwork.faceDetector(torch, weights);
        this.program = torch.load("training/face_detector");
    }

    @Override
    public Losses losses(NDManager owner, FaceScenes batch, CancelToken cancel) {
        NDArray pictures = torch.rows(owner, batch.pictures(), COLOURS, batch.side(), batch.side());
        int cells = batch.wanted().getFirst().length / FaceGrid.CHANNELS;
        NDArray wanted = torch.rows(owner, batch.wanted(), cells, FaceGrid.CHANNELS);
        NDArray told = network.run(owner, torch.cast(owner, pictures, type));
        cancel.check();
        NDList found =
                program.callMany(
                        owner,
                        "losses",
                        Weights.of(Map.of()),
                        told,
                        wanted,
                        torch.reals(
                                owner,
                                loss.face(),
                                loss.fit(),
                                loss.overlap(),
                                loss.box(),
                                loss.marks()));
        SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
        for (int i = 0; i < PARTS.size(); i++) {
            parts.put(PARTS.get(i), found.get(i + 1));
        }
        return new Losses(found.get(0), parts);
    }

    @Override
    public void close() {
        network.close();
        program.close();
    }
}
