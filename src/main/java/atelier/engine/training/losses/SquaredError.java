package atelier.engine.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import java.util.Arrays;
import java.util.List;

/** The mean of the weighted squared errors of a batch, in fp32. */
public final class SquaredError implements AutoCloseable {

    private final Torch torch;
    private final Autograd autograd;
    private final Objective objective;
    private final List<LossWeight> weights;
    private final Program program;

    /**
     * @param weights multiplied; none lets all count alike
     */
    public SquaredError(
            Torch torch, Autograd autograd, Objective objective, List<LossWeight> weights) {
        this.torch = torch;
        this.autograd = autograd;
        this.objective = objective;
        this.weights = List.copyOf(weights);
        this.program = torch.load("training/losses");
    }

    /**
     * A loss and its gradient.
     *
     * @param value the loss
     * @param gradient with respect to the prediction, times the share asked for
     */
    public record Result(double value, NDArray gradient) {}

    /**
     * Compares a prediction with what it should be.
     *
     * @param owner closes the gradient
     * @param prediction [batch, channels, h, w], fp32
     * @param share by which the gradient is multiplied: one over the number of batches of an update
     */
    public Result of(NDManager owner, NDArray prediction, Batch batch, double share) {
        try (NDManager call = torch.newManager()) {
            NDArray leaf = autograd.leaf(call, prediction);
            NDArray target = target(call, batch);
            NDArray loss = torch.withGradients(() -> loss(call, leaf, target, batch));
            NDArray seed = torch.floats(call, new float[] {(float) share});
            NDArray gradient =
                    autograd.backward(call, loss, seed, List.of(leaf), List.of()).getFirst();
            gradient.attach(owner);
            return new Result(torch.toFloats(loss)[0], gradient);
        }
    }

    /**
     * The loss alone; where gradients are recorded, so is the way to it from the prediction.
     *
     * @param owner closes the loss and all on the way to it
     */
    public NDArray recorded(NDManager owner, NDArray prediction, Batch batch) {
        return loss(owner, prediction, target(owner, batch), batch);
    }

    /** The mean of the squared errors alone, without any weight and without a gradient. */
    public double plain(NDArray prediction, Batch batch) {
        try (NDManager call = torch.newManager()) {
            return torch.toFloats(program.call(call, "mean", prediction, target(call, batch)))[0];
        }
    }

    private NDArray target(NDManager call, Batch batch) {
        return torch.rows(
                call,
                batch.each(objective::target),
                batch.channels(),
                batch.height(),
                batch.width());
    }

    private NDArray loss(NDManager call, NDArray prediction, NDArray target, Batch batch) {
        if (weights.isEmpty()) {
            return program.call(call, "mean", prediction, target);
        }
        NDArray places =
                torch.rows(
                        call,
                        batch.each(example -> weights(example, batch)),
                        1,
                        batch.height(),
                        batch.width());
        return program.call(call, "weighted_mean", prediction, target, places);
    }

    private float[] weights(Example example, Batch batch) {
        float[] places = new float[batch.height() * batch.width()];
        Arrays.fill(places, 1);
        weights.forEach(weight -> weight.apply(places, example, objective));
        return places;
    }

    @Override
    public void close() {
        program.close();
    }
}
