package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.NoiseSchedule;
import atelier.engine.sdxl.Condition;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Example;
import atelier.engine.training.losses.NoisyInput;
import atelier.engine.training.losses.Objective;
import atelier.engine.training.losses.SquaredError;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.Map;

/** A UNet over weights that are trained. */
final class TrainedDenoiser implements TrainedNetwork<Batch> {

    private final Torch torch;
    private final ComputeType type;
    private final Objective objective;
    private final UNet unet;
    private final Autograd autograd;
    private final SquaredError error;

    TrainedDenoiser(
            Torch torch, DenoiserDesign design, Map<String, NDArray> weights, ComputeType type) {
        this.torch = torch;
        this.type = type;
        this.objective =
                new Objective(NoiseSchedule.of(design.noise()), design.noise().prediction());
        this.unet = new UNet(torch, design.config(), weights);
        this.autograd = new Autograd(torch);
        this.error = new SquaredError(torch, autograd, objective, design.weights());
    }

    @Override
    public Losses losses(NDManager owner, Batch batch, CancelToken cancel) {
        NoisyInput input = NoisyInput.of(torch, owner, type, objective, batch);
        Condition condition =
                Condition.of(
                        torch,
                        owner,
                        type,
                        batch.each(example -> example.caption().states()),
                        batch.each(Example::sizes));
        NDArray prediction =
                unet.predict(owner, input.latents(), input.timesteps(), condition, cancel);
        return new Losses(error.recorded(owner, prediction, batch), new LinkedHashMap<>());
    }

    @Override
    public void close() {
        error.close();
        autograd.close();
        unet.close();
    }
}
