package atelier.engine.training;

import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Torch;
import atelier.engine.training.network.Losses;
import atelier.engine.training.network.TrainedNetwork;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The loss of whole networks, and what it was made of last. */
final class NetworkLoss<B> implements BatchLoss<B> {

    private final Torch torch;
    private final Autograd autograd;
    private final TrainedNetwork<B> network;
    private final List<Parameter> parameters;
    private SequencedMap<String, Double> parts = new LinkedHashMap<>();

    /**
     * @param parameters all that the network computes with, in any type
     */
    NetworkLoss(
            Torch torch, Autograd autograd, TrainedNetwork<B> network, List<Parameter> parameters) {
        this.torch = torch;
        this.autograd = autograd;
        this.network = network;
        this.parameters = List.copyOf(parameters);
    }

    @Override
    public double add(B batch, double share, CancelToken cancel) {
        try (NDManager call = torch.newManager()) {
            Losses losses = torch.withGradients(() -> network.losses(call, batch, cancel));
            cancel.check();
            autograd.backward(
                    call,
                    losses.total(),
                    torch.floats(call, new float[] {(float) share}),
                    List.of(),
                    parameters);
            return read(losses);
        }
    }

    @Override
    public double loss(B batch, CancelToken cancel) {
        try (NDManager call = torch.newManager()) {
            return read(network.losses(call, batch, cancel));
        }
    }

    private double read(Losses losses) {
        parts = new LinkedHashMap<>();
        losses.parts().forEach((name, part) -> parts.put(name, (double) torch.toFloats(part)[0]));
        return torch.toFloats(losses.total())[0];
    }

    /** What the last loss was made of. */
    SequencedMap<String, Double> parts() {
        return parts;
    }
}
