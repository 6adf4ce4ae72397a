package atelier.engine.training;

import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sdxl.Condition;
import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.TokenBatch;
import atelier.engine.sdxl.TrainingPass;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Torch;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.losses.LossWeight;
import atelier.engine.training.losses.NoisyInput;
import atelier.engine.training.losses.Objective;
import atelier.engine.training.losses.SquaredError;
import atelier.model.job.CancelToken;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Computes the loss of a batch, and adds its gradients to those of what is trained. */
final class BatchGradients implements BatchLoss<Batch>, AutoCloseable {

    private final Torch torch;
    private final TrainedModel model;
    private final Autograd autograd;
    private final Objective objective;
    private final SquaredError loss;
    private final boolean checkpointed;

    /**
     * @param weights how much each place counts
     * @param checkpointed whether to keep less and compute parts again
     */
    BatchGradients(
            Torch torch,
            Autograd autograd,
            TrainedModel model,
            List<LossWeight> weights,
            boolean checkpointed) {
        this.torch = torch;
        this.model = model;
        this.autograd = autograd;
        this.objective = new Objective(NoiseSchedule.of(model.noise()), model.noise().prediction());
        this.loss = new SquaredError(torch, autograd, objective, weights);
        this.checkpointed = checkpointed;
    }

    /**
     * Goes forth and back.
     *
     * @param share by which the gradients are multiplied: one over the number of batches of an
     *     update
     * @return the loss
     */
    @Override
    public double add(Batch batch, double share, CancelToken cancel) {
        try (NDManager call = torch.newManager();
                TrainingPass pass = pass(call, batch, checkpointed, cancel)) {
            SquaredError.Result result = loss.of(call, pass.prediction(), batch, share);
            pass.backward(result.gradient(), cancel);
            return result.value();
        }
    }

    /**
     * Goes forth and back, handing over the gradients of each block.
     *
     * @param ready told the loss before the first gradient is made
     * @param cancel asked until then
     * @return the loss
     */
    double use(
            Batch batch, DoubleConsumer ready, TrainingPass.GradientUse use, CancelToken cancel) {
        try (NDManager call = torch.newManager();
                TrainingPass pass = pass(call, batch, checkpointed, cancel)) {
            SquaredError.Result result = loss.of(call, pass.prediction(), batch, 1);
            cancel.check();
            ready.accept(result.value());
            pass.backward(result.gradient(), use, new CancelToken());
            return result.value();
        }
    }

    /** The loss alone, without any weight; nothing is recorded to go back. */
    @Override
    public double loss(Batch batch, CancelToken cancel) {
        try (NDManager call = torch.newManager();
                TrainingPass pass = pass(call, batch, true, cancel)) {
            return loss.plain(pass.prediction(), batch);
        }
    }

    private TrainingPass pass(
            NDManager call, Batch batch, boolean checkpointed, CancelToken cancel) {
        NoisyInput input = NoisyInput.of(torch, call, model.type(), objective, batch);
        PromptedUNet prompted = model.prompted();
        if (prompted == null) {
            Condition condition =
                    Condition.of(
                            torch,
                            call,
                            model.type(),
                            batch.each(example -> example.caption().states()),
                            batch.each(Example::sizes));
            return model.unet()
                    .pass(
                            autograd,
                            input.latents(),
                            input.timesteps(),
                            condition,
                            checkpointed,
                            cancel);
        }
        return prompted.pass(
                autograd,
                input.latents(),
                input.timesteps(),
                TokenBatch.of(torch, call, batch.each(BatchGradients::chunks)),
                Condition.sizes(torch, call, batch.each(Example::sizes)),
                checkpointed,
                cancel);
    }

    private static PromptChunks chunks(Example example) {
        return switch (example.caption()) {
            case Caption.Tokens(PromptChunks chunks) -> chunks;
            case Caption.Encoded _ ->
                    throw new IllegalArgumentException(
                            "an encoded caption, but the text encoders are trained");
        };
    }

    @Override
    public void close() {
        loss.close();
    }
}
