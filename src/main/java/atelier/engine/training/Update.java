package atelier.engine.training;

import java.util.List;

/**
 * What an update of the parameters came from.
 *
 * @param losses of each batch
 * @param gradientNorm length of all gradients as one vector, before it was shortened
 * @param learningRate that the optimizer used
 */
public record Update(List<Double> losses, double gradientNorm, double learningRate) {

    /** Copies the list. */
    public Update {
        losses = List.copyOf(losses);
    }

    /** The mean loss of the batches. */
    public double loss() {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
