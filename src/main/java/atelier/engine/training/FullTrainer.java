package atelier.engine.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.sampler.Seeds;
import atelier.engine.sdxl.NotFiniteException;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.optimizers.AdafactorAtOnce;
import atelier.model.job.CancelToken;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Trains all weights of a UNet, update by update, in as little memory as can be: the weights in the
 * network's own element type, Adafactor's factors, and the gradients of one block, which are used
 * and freed before those of the next are made. So no two batches can be summed up, and gradients
 * are shortened block by block. Everything runs on the lane.
 *
 * <p>The network's own weights never change; the trained ones take their place while this is open.
 */
public final class FullTrainer implements Trainer {

    private final Torch torch;
    private final TrainedModel model;
    private final FullTrainerSettings settings;
    private final Autograd autograd;
    private final BatchGradients gradients;
    private final OwnWeights weights;
    private final AdafactorAtOnce optimizer;
    private final Program program;
    private final IdentityHashMap<NDArray, String> names = new IdentityHashMap<>();
    private long done;

    /**
     * Copies the UNet's weights, and puts the copies in their place.
     *
     * @param model the UNet alone
     */
    public FullTrainer(Torch torch, TrainedModel model, FullTrainerSettings settings) {
        this.torch = torch;
        this.model = model;
        this.settings = settings;
        this.autograd = new Autograd(torch);
        this.gradients = new BatchGradients(torch, autograd, model, settings.weights(), true);
        this.weights = new OwnWeights(torch, autograd, model.unet());
        this.optimizer = new AdafactorAtOnce(torch, weights.arrays(), settings.optimization());
        this.program = torch.load("training/blocks");
        weights.arrays().forEach((name, array) -> names.put(array, name));
        model.unet().change(weights.changes());
    }

    /** Nothing is to be done: the weights begin as the network's own, whatever the seed. */
    @Override
    public void initialize(long seed) {}

    @Override
    public <T> T withResult(Supplier<T> work) {
        return work.get();
    }

    /**
     * One update of all weights.
     *
     * @param batches exactly one, as {@link #update(Batch, CancelToken)} takes it
     */
    @Override
    public Update update(List<Batch> batches, CancelToken cancel) {
        if (batches.size() != 1) {
            throw new IllegalArgumentException("gradients of several batches");
        }
        return update(batches.getFirst(), cancel);
    }

    /**
     * One update of all weights.
     *
     * @param batch with an encoded caption
     * @param cancel asked between blocks until the first weight changes; the update is finished
     *     then, as half of one would be worth nothing
     * @throws NotFiniteException if the loss is infinite or not a number, and nothing is changed
     *     then; or if a gradient is, and the weights are lost
     */
    Update update(Batch batch, CancelToken cancel) {
        double factor = settings.schedule().factor(done, settings.updates());
        double[] squares = new double[1];
        double[] rate = new double[1];
        double loss =
                gradients.use(
                        batch,
                        value -> {
                            requireFinite(value, "loss is");
                            rate[0] =
                                    optimizer.begin(
                                            settings.optimization().learningRate() * factor);
                        },
                        (leaves, found) -> {
                            double norm = requireFinite(shortened(found), "gradient is");
                            squares[0] += norm * norm;
                            for (int i = 0; i < found.size(); i++) {
                                String name = name(leaves.get(i));
                                long key = Seeds.of(settings.seed(), done, "rounding " + name);
                                optimizer.change(name, found.get(i), key);
                            }
                        },
                        cancel);
        done++;
        return new Update(List.of(loss), Math.sqrt(squares[0]), rate[0]);
    }

    private String name(NDArray leaf) {
        String name = names.get(leaf);
        if (name == null) {
            throw new IllegalStateException("a gradient of nothing that is trained here");
        }
        return name;
    }

    /** Shortens the gradients of a block, and gives their length before. */
    private double shortened(List<NDArray> gradients) {
        try (NDManager call = torch.newManager()) {
            NDList norm =
                    program.callMany(
                            call,
                            "shorten",
                            List.of(gradients),
                            torch.reals(call, settings.maxBlockNorm()));
            return torch.toFloats(norm.singletonOrThrow())[0];
        }
    }

    private double requireFinite(double number, String what) {
        if (!Double.isFinite(number)) {
            throw new NotFiniteException(
                    "Training stopped in step %d, as its %s no longer finite: lower learningRate, check the pictures and the model for damage, and go on from the last checkpoint."
                            .formatted(done + 1, what));
        }
        return number;
    }

    /** How well the weights as they are do on a batch; see {@link LoraTrainer#loss}. */
    @Override
    public double loss(Batch batch, CancelToken cancel) {
        return gradients.loss(batch, cancel);
    }

    /** How many updates there were. */
    @Override
    public long done() {
        return done;
    }

    /** The names of all weights in the UNet, in the order of {@link #state}. */
    public List<String> names() {
        return List.copyOf(weights.arrays().keySet());
    }

    /** The numbers of one weight as they are now, row-major. */
    public float[] read(String name) {
        return weights.read(name);
    }

    /** Sets one weight. */
    void write(String name, float[] numbers) {
        weights.write(name, numbers);
    }

    /** A copy of everything that later updates depend on: 4 bytes a weight, in the heap. */
    @Override
    public TrainerState state() {
        return new TrainerState(done, weights.tensors(), new LinkedHashMap<>(), optimizer.state());
    }

    /**
     * Goes on from a state that a trainer of the same settings gave.
     *
     * @throws atelier.model.AtelierException if the state is of another network; nothing is changed
     *     then
     */
    @Override
    public void restore(TrainerState state) {
        weights.requireFit(state.weights());
        optimizer.restore(state.optimizer());
        weights.restore(state.weights());
        done = state.done();
    }

    /** Puts the UNet's own weights back. */
    @Override
    public void close() {
        model.unet().change(Map.of());
        optimizer.close();
        weights.close();
        gradients.close();
        program.close();
        autograd.close();
    }
}
