package atelier.engine.training;

import atelier.engine.lora.NetworkParameters;
import atelier.engine.lora.OutputCheck;
import atelier.engine.lora.TrainedLayer;
import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.training.adapters.AdaptedLayer;
import atelier.engine.training.adapters.AdapterParameters;
import atelier.engine.training.adapters.AdapterTargets;
import atelier.engine.training.adapters.LayerDeltas;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Trains an adapter of a UNet, and of the text encoders where they have a rate, update by update.
 * Everything runs on the lane; what goes in and comes out are plain numbers.
 *
 * <p>Nothing here draws random numbers but {@link #initialize}: the caller says which noise goes on
 * which picture, so that a run can be repeated and gone on with.
 */
public final class LoraTrainer implements Trainer {

    private static final String ADVICE =
            "lower learningRate or alpha, and check the pictures and the model for damage.";

    private final Torch torch;
    private final TrainedModel model;
    private final NetworkParameters base;
    private final Autograd autograd;
    private final BatchGradients gradients;
    private final SequencedMap<Component, AdapterParameters> parameters = new LinkedHashMap<>();
    private final List<ParameterGroup> groups = new ArrayList<>();
    private final GroupUpdates<Batch> updates;

    /**
     * The same for the UNet alone; captions come encoded.
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
        this(torch, TrainedModel.unet(unet, type, noise), settings);
    }

    /**
     * Puts a new adapter, which changes nothing yet, into the networks in place of whatever
     * adapters they had.
     *
     * @param model with the text encoders if one of them has a rate, and only then
     */
    public LoraTrainer(Torch torch, TrainedModel model, TrainerSettings settings) {
        if (settings.textEncoders().trained() == model.encoders().isEmpty()) {
            throw new IllegalArgumentException("text encoders with a rate, or none of either");
        }
        this.torch = torch;
        this.model = model;
        this.base = new NetworkParameters(model.networks());
        this.autograd = new Autograd(torch);
        this.gradients =
                new BatchGradients(
                        torch, autograd, model, settings.weights(), settings.checkpointed());
        add(
                torch,
                settings,
                AdapterTargets.unet(settings.targets(), base.shapes(Component.UNET)),
                settings.optimization().learningRate());
        addText(
                torch,
                settings,
                Component.TEXT_ENCODER_1,
                settings.textEncoders().textEncoder1Rate());
        addText(
                torch,
                settings,
                Component.TEXT_ENCODER_2,
                settings.textEncoders().textEncoder2Rate());
        this.updates =
                new GroupUpdates<>(
                        groups,
                        gradients,
                        new UpdateRules(
                                settings.updates(),
                                settings.schedule(),
                                settings.maxGradientNorm(),
                                ADVICE));
        Map<Component, AdaptableNetwork> networks = model.networks();
        parameters.forEach((component, own) ->
                Objects.requireNonNull(networks.get(component))
                        .change(own.changes().getOrDefault(component, Map.of())));
    }

    private void addText(Torch torch, TrainerSettings settings, Component component, double rate) {
        if (rate > 0) {
            add(
                    torch,
                    settings,
                    AdapterTargets.textEncoder(component, base.shapes(component)),
                    rate);
        }
    }

    private void add(
            Torch torch, TrainerSettings settings, List<AdaptedLayer> layers, double rate) {
        Component component = layers.getFirst().component();
        AdapterParameters own =
                new AdapterParameters(torch, autograd, LayerDeltas.of(settings.delta(), layers));
        parameters.put(component, own);
        groups.add(
                new ParameterGroup(
                        torch,
                        component == Component.UNET ? "" : component.folder() + ".",
                        own.store(),
                        settings.optimization(),
                        settings.emaDecay(),
                        rate));
    }

    /** Sets the adapter as a run begins, from that seed. */
    @Override
    public void initialize(long seed) {
        parameters.values().forEach(own -> own.initialize(seed, base));
        groups.forEach(ParameterGroup::begin);
    }

    /**
     * The adapter as it is now, by layer: the trained numbers, or their average if there is one.
     */
    public List<TrainedLayer> trained() {
        return withResult(
                () -> parameters.values().stream().flatMap(own -> own.trained().stream()).toList());
    }

    /**
     * Does work while the model computes with what {@link #trained} gives, as a picture of the
     * finished adapter needs it.
     */
    @Override
    public <T> T withResult(Supplier<T> work) {
        Supplier<T> all = work;
        for (ParameterGroup group : groups) {
            Supplier<T> inner = all;
            all = () -> group.during(inner);
        }
        return all.get();
    }

    /**
     * For checking written adapters against what is trained here.
     *
     * @param names the UNet's names in the two layouts
     */
    public OutputCheck outputCheck(KeyMap names) {
        return new OutputCheck(torch, base, names);
    }

    /** The trained numbers of the UNet themselves, and their gradients of the last update. */
    ParameterStore store() {
        return store(Component.UNET);
    }

    /** Those of one of the networks. */
    ParameterStore store(Component component) {
        AdapterParameters own = parameters.get(component);
        if (own == null) {
            throw new IllegalArgumentException("the " + component.label() + " is not trained");
        }
        return own.store();
    }

    /** A copy of everything that later updates depend on. */
    @Override
    public TrainerState state() {
        return updates.state();
    }

    /**
     * Goes on from a state that a trainer of the same settings gave.
     *
     * @throws atelier.model.AtelierException if the state is of other settings; nothing is changed
     *     then
     */
    @Override
    public void restore(TrainerState state) {
        updates.restore(state);
    }

    /** How many updates there were. */
    @Override
    public long done() {
        return updates.done();
    }

    /**
     * One update of the adapter.
     *
     * @param batches whose gradients are averaged, at least one; with captions as tokens if a text
     *     encoder is trained, encoded otherwise
     * @param cancel asked between blocks; nothing is changed if it ends the work
     * @throws NotFiniteException if the loss or a gradient is infinite or not a number, and nothing
     *     is changed then; or if the update makes a weight so, and the adapter is lost
     */
    @Override
    public Update update(List<Batch> batches, CancelToken cancel) {
        return updates.update(batches, cancel);
    }

    /**
     * How well the adapter as it is does on a batch: the mean of the squared errors, without the
     * weights that training has. No gradient is made and nothing is changed.
     *
     * @param cancel asked between blocks
     * @throws NotFiniteException if it is infinite or not a number
     */
    @Override
    public double loss(Batch batch, CancelToken cancel) {
        return updates.loss(batch, cancel);
    }

    /** Takes the adapter out of the networks again. */
    @Override
    public void close() {
        model.networks().values().forEach(network -> network.change(Map.of()));
        groups.forEach(ParameterGroup::close);
        parameters.values().forEach(AdapterParameters::close);
        gradients.close();
        autograd.close();
    }
}
