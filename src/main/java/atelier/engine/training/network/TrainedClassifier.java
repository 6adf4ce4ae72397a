package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.clip.PictureTower;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.torch.Weights;
import atelier.model.job.CancelToken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** A picture tower over weights that are trained to answer questions. */
final class TrainedClassifier implements TrainedNetwork<LabelledPictures> {

    private static final long COLOURS = 3;

    private final Torch torch;
    private final ClassifierDesign design;
    private final ComputeType type;
    private final PictureTower tower;
    private final Program program;

    TrainedClassifier(
            Torch torch, ClassifierDesign design, Map<String, NDArray> weights, ComputeType type) {
        this.torch = torch;
        this.design = design;
        this.type = type;
        this.tower = new PictureTower(torch, design.tower(), weights);
        this.program = torch.load("training/classifier");
    }

    @Override
    public Losses losses(NDManager owner, LabelledPictures batch, CancelToken cancel) {
        NDArray pictures = torch.rows(owner, batch.pictures(), COLOURS, batch.side(), batch.side());
        NDArray scores = tower.embed(owner, torch.cast(owner, pictures, type)).getFirst();
        int questions = design.answers().size();
        long[] labels =
                batch.labels().stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
        long[] answers = design.answers().stream().mapToLong(Integer::longValue).toArray();
        NDList found =
                program.callMany(
                        owner,
                        "losses",
                        Weights.of(Map.of()),
                        torch.cast(owner, scores, ComputeType.FLOAT32),
                        torch.longs(owner, labels, batch.labels().size(), questions),
                        torch.longs(owner, answers, questions),
                        torch.reals(owner, design.smoothing()));
        SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
        parts.put("right", found.get(1));
        return new Losses(found.get(0), parts);
    }

    @Override
    public void close() {
        tower.close();
        program.close();
    }
}
