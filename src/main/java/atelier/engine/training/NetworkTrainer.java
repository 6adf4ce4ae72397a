package atelier.engine.training;

import atelier.engine.torch.Autograd;
import atelier.engine.torch.Torch;
import atelier.engine.training.network.ComputingWeights;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.training.network.TrainedNetwork;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Trains all weights of small networks, update by update, from random ones or from given ones. What
 * is trained is fp32, whatever the networks compute in. Everything runs on the lane; what goes in
 * and comes out are plain numbers.
 *
 * <p>Nothing here draws random numbers but {@link #initialize}, so that a run can be repeated and
 * gone on with to the bit.
 *
 * @param <B> what a batch is
 */
public final class NetworkTrainer<B> implements AutoCloseable {

    private static final String ADVICE = "lower its learning rate in the recipe.";

    private final NetworkDesign<B> design;
    private final Autograd autograd;
    private final ParameterStore store;
    private final ParameterGroup group;
    private final ComputingWeights weights;
    private final TrainedNetwork<B> network;
    private final NetworkLoss<B> loss;
    private final GroupUpdates<B> updates;

    /** Makes room for the weights, all zero; one of the three ways to begin is to follow. */
    public NetworkTrainer(Torch torch, NetworkDesign<B> design, NetworkTrainerSettings settings) {
        this.design = design;
        this.autograd = new Autograd(torch);
        this.store =
                new ParameterStore(
                        torch,
                        autograd,
                        design.shapes().entrySet().stream()
                                .map(shape -> new Slot(shape.getKey(), shape.getValue()))
                                .toList());
        this.group =
                new ParameterGroup(
                        torch,
                        "",
                        store,
                        settings.optimization(),
                        settings.emaDecay(),
                        settings.optimization().learningRate());
        this.weights = new ComputingWeights(torch, autograd, store, settings.type());
        this.network = design.build(torch, weights.arrays(), settings.type());
        this.loss = new NetworkLoss<>(torch, autograd, network, weights.parameters());
        this.updates =
                new GroupUpdates<>(
                        List.of(group),
                        loss,
                        new UpdateRules(
                                settings.updates(),
                                settings.schedule(),
                                settings.maxGradientNorm(),
                                ADVICE));
    }

    /** Begins with random weights. */
    public void initialize(long seed) {
        store.parameters()
                .keySet()
                .forEach(name -> store.write(name, design.initialization().values(seed, name)));
        begin();
    }

    /**
     * Begins with given weights.
     *
     * @param given every one of the design's by its name
     * @throws atelier.model.AtelierException if they are of another design
     */
    public void initialize(Map<String, FloatTensor> given) {
        store.restore(given);
        begin();
    }

    private void begin() {
        group.begin();
        weights.refresh();
    }

    /**
     * One update.
     *
     * @param cancel asked between blocks; nothing is changed if it ends the work
     * @throws atelier.engine.sdxl.NotFiniteException if a number is infinite or none; what is
     *     trained may be lost then
     */
    public NetworkUpdate update(B batch, CancelToken cancel) {
        Update update = updates.update(List.of(batch), cancel);
        weights.refresh();
        return new NetworkUpdate(
                update.loss(), loss.parts(), update.gradientNorm(), update.learningRate());
    }

    /**
     * The loss with the weights that {@link #result} gives; nothing is changed.
     *
     * @param cancel asked between blocks
     */
    public double loss(B batch, CancelToken cancel) {
        try {
            return group.during(() -> {
                weights.refresh();
                return updates.loss(batch, cancel);
            });
        } finally {
            weights.refresh();
        }
    }

    /** How many updates there were. */
    public long done() {
        return updates.done();
    }

    /** The weights as they are now by name, or their average if there is one. */
    public SequencedMap<String, FloatTensor> result() {
        return group.during(store::tensors);
    }

    /** A copy of everything that later updates depend on. */
    public TrainerState state() {
        return updates.state();
    }

    /**
     * Goes on from a state that a trainer of the same design and settings gave.
     *
     * @throws atelier.model.AtelierException if the state is of others; nothing is changed then
     */
    public void restore(TrainerState state) {
        updates.restore(state);
        weights.refresh();
    }

    @Override
    public void close() {
        network.close();
        weights.close();
        group.close();
        store.close();
        autograd.close();
    }
}
