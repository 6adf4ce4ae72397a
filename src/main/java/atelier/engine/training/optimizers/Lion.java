package atelier.engine.training.optimizers;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.OptimizerSettings;
import java.util.List;

/**
 * Lion (Chen et al. 2023, "Symbolic Discovery of Optimization Algorithms"): every weight moves by
 * the learning rate, and only the sign comes from gradients. It keeps one array instead of Adam's
 * two, and wants a third to a tenth of its rate.
 *
 * <pre>
 * w ← w (1 − lr λ) − lr sign(β₁ m + (1−β₁) g)
 * m ← β₂ m + (1−β₂) g
 * </pre>
 */
final class Lion implements OptimizerType {

    @Override
    public String id() {
        return "lion";
    }

    @Override
    public OptimizerSettings usual() {
        return OptimizerSettings.of(id(), 3e-5, 0.01).withBetas(0.9, 0.99);
    }

    @Override
    public long remembered(List<Slot> trained, OptimizerSettings settings) {
        return Slot.numbers(trained);
    }

    @Override
    public Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings) {
        return new MomentumOptimizer(
                torch,
                store,
                "training/optimizers/lion",
                rate ->
                        new double[] {
                            rate, settings.beta1(), settings.beta2(), settings.weightDecay()
                        });
    }
}
