package atelier.engine.training.optimizers;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.OptimizerSettings;
import java.util.List;

/**
 * Gradient descent with momentum (Polyak 1964): m ← β₁ m + g, w ← w − lr m. The plainest there is,
 * to compare others with; it wants a far larger rate than Adam.
 */
final class Sgd implements OptimizerType {

    @Override
    public String id() {
        return "sgd";
    }

    @Override
    public OptimizerSettings usual() {
        return OptimizerSettings.of(id(), 0.1, 0);
    }

    @Override
    public long remembered(List<Slot> trained, OptimizerSettings settings) {
        return Slot.numbers(trained);
    }

    @Override
    public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
        double decay = settings.weightDecay();
        return new MomentumOptimizer(
                torch,
                store,
                "training/optimizers/sgd",
                rate ->
                        settings.decoupledDecay()
                                ? new double[] {rate, settings.beta1(), rate * decay, 0}
                                : new double[] {rate, settings.beta1(), 0, decay});
    }
}
