package atelier.engine.training;

import atelier.engine.lora.NetworkParameters;
import atelier.engine.lora.OutputCheck;
import atelier.engine.lora.TrainedLayer;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.adapters.AdapterParameters;
import atelier.engine.training.adapters.AdapterTargets;
import atelier.engine.training.adapters.LayerDeltas;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.optimizers.Optimizer;
import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trains an adapter of a UNet, update by update. Everything runs on the lane; what goes in and
 * comes out are plain numbers.
 *
 * <p>Nothing here draws random numbers but {@link #initialize}: the caller says which noise goes on
 * which picture, so that a run can be repeated and gone on with.
 */
public final class LoraTrainer implements AutoCloseable {

    private static final double NORM_EPSILON = 1e-6;

    private final Torch torch;
    private final UNet unet;
    private final TrainerSettings settings;
    private final Autograd autograd;
    private final BatchGradients gradients;
    private final AdapterParameters parameters;
    private final NetworkParameters networks;
    private final Optimizer optimizer;
    private final @Nullable WeightAverage average;
    private long done;

    /**
     * Puts a new adapter, which changes nothing yet, into the UNet in place of whatever adapters it
     * had.
     *
     * @param type the element type of the UNet's weights
     * @param noise the noise the model was trained with, and what it predicts
     */
    public LoraTrainer(
            Torch torch,
            UNet unet,
            ComputeType type,
            SchedulerConfig noise,
            TrainerSettings settings) {
        this.torch = torch;
        this.unet = unet;
        this.settings = settings;
        this.autograd = new Autograd(torch);
        this.gradients =
                new BatchGradients(
                        torch,
                        autograd,
                        TrainedModel.unet(unet, type, noise),
                        settings.weights(),
                        settings.checkpointed());
        this.networks = new NetworkParameters(Map.of(Component.UNET, unet));
        this.parameters =
                new AdapterParameters(
                        torch,
                        autograd,
                        LayerDeltas.of(
                                settings.delta(),
                                AdapterTargets.unet(
                                        settings.targets(), networks.shapes(Component.UNET))));
        this.optimizer =
                Optimizers.get(settings.optimization().optimizer())
                        .create(torch, parameters.store(), settings.optimization());
        this.average =
                settings.emaDecay() > 0
                        ? new WeightAverage(torch, parameters.store(), settings.emaDecay())
                        : null;
        unet.change(parameters.changes().getOrDefault(Component.UNET, Map.of()));
    }

    /** Sets the adapter as a run begins, from that seed. */
    public void initialize(long seed) {
        parameters.initialize(seed, networks);
        if (average != null) {
            average.begin();
        }
    }

    /**
     * The adapter as it is now, by layer: the trained numbers, or their average if there is one.
     */
    public List<TrainedLayer> trained() {
        return withResult(parameters::trained);
    }

    /**
     * Does work while the model computes with what {@link #trained} gives, as a picture of the
     * finished adapter needs it.
     */
    public <T> T withResult(Supplier<T> work) {
        return average == null ? work.get() : average.during(work);
    }

    /**
     * For checking written adapters against what is trained here.
     *
     * @param names the UNet's names in the two layouts
     */
    public OutputCheck outputCheck(KeyMap names) {
        return new OutputCheck(torch, networks, names);
    }

    /** The trained numbers themselves, and their gradients of the last update. */
    ParameterStore store() {
        return parameters.store();
    }

    /** A copy of everything that later updates depend on. */
    public TrainerState state() {
        return new TrainerState(
                done,
                parameters.store().tensors(),
                average == null ? new LinkedHashMap<>() : average.tensors(),
                optimizer.state());
    }

    /**
     * Goes on from a state that a trainer of the same settings gave.
     *
     * @throws atelier.model.AtelierException if the state is of other settings; nothing is changed
     *     then
     */
    public void restore(TrainerState state) {
        parameters.store().requireFit(state.weights());
        if (average != null) {
            parameters.store().requireFit(state.averages());
        }
        optimizer.restore(state.optimizer());
        parameters.store().restore(state.weights());
        if (average != null) {
            average.restore(state.averages());
        }
        done = state.done();
    }

    /** How many updates there were. */
    public long done() {
        return done;
    }

    /**
     * One update of the adapter.
     *
     * @param batches whose gradients are averaged, at least one
     * @param cancel asked between blocks; nothing is changed if it ends the work
     * @throws NotFiniteException if the loss or a gradient is infinite or not a number, and nothing
     *     is changed then; or if the update makes a weight so, and the adapter is lost
     */
    public Update update(List<Batch> batches, CancelToken cancel) {
        ParameterStore store = parameters.store();
        store.clearGradients();
        List<Double> losses = new ArrayList<>();
        for (Batch batch : batches) {
            losses.add(
                    requireFinite(gradients.add(batch, 1.0 / batches.size(), cancel), "loss is"));
        }
        double norm = requireFinite(store.gradientNorm(), "gradient is");
        double most = settings.maxGradientNorm();
        if (most > 0 && norm > most) {
            store.scaleGradients(most / (norm + NORM_EPSILON));
        }
        double rate =
                settings.optimization().learningRate()
                        * settings.schedule().factor(done, settings.updates());
        double used = optimizer.step(rate);
        requireFinite(store.valueNorm(), "weights are");
        done++;
        if (average != null) {
            average.move(done);
        }
        return new Update(losses, norm, used);
    }

    /**
     * How well the adapter as it is does on a batch: the mean of the squared errors, without the
     * weights that training has. No gradient is made and nothing is changed.
     *
     * @param cancel asked between blocks
     * @throws NotFiniteException if it is infinite or not a number
     */
    public double loss(Batch batch, CancelToken cancel) {
        return requireFinite(gradients.loss(batch, cancel), done, "loss on the probe is");
    }

    private double requireFinite(double number, String what) {
        return requireFinite(number, done + 1, what);
    }

    private static double requireFinite(double number, long step, String what) {
        if (!Double.isFinite(number)) {
            throw new NotFiniteException(
                    "Training stopped in step %d, as its %s no longer finite: lower learningRate or alpha, and check the pictures and the model for damage."
                            .formatted(step, what));
        }
        return number;
    }

    /** Takes the adapter out of the UNet again. */
    @Override
    public void close() {
        unet.change(Map.of());
        if (average != null) {
            average.close();
        }
        optimizer.close();
        parameters.close();
        gradients.close();
        autograd.close();
    }
}
