package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import atelier.engine.clip.PictureTowerConfig;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A picture tower that answers several questions about a picture, each by one of its answers. The
 * answers' scores are the tower's only projection, one question's after another's.
 *
 * @param tower its sizes
 * @param answers how many there are for each question
 * @param smoothing share of certainty that is spread over all answers (Szegedy et al. 2016), from 0
 *     to below 1
 */
public record ClassifierDesign(PictureTowerConfig tower, List<Integer> answers, double smoothing)
        implements NetworkDesign<LabelledPictures> {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the tower does not give a score for each answer
     */
    public ClassifierDesign {
        answers = List.copyOf(answers);
        int all = answers.stream().mapToInt(Integer::intValue).sum();
        if (!tower.projections().equals(List.of(all))) {
            throw new IllegalArgumentException(
                    "projections %s for %d answers".formatted(tower.projections(), all));
        }
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return tower.shapes();
    }

    /** Residual blocks begin as the identity. */
    @Override
    public Initialization initialization() {
        return Initialization.of(shapes())
                .with(".*\\.blocks\\.\\d+\\.conv2\\.(weight|bias)", new Filling.Constant(0));
    }

    @Override
    public TrainedNetwork<LabelledPictures> build(
            Torch torch, Map<String, NDArray> weights, ComputeType type) {
        return new TrainedClassifier(torch, this, weights, type);
    }
}
