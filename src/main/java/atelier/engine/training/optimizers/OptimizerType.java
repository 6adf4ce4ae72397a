package atelier.engine.training.optimizers;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.model.training.OptimizerSettings;

/** How an optimizer is made. */
public interface OptimizerType {

    /** What the command line and files call it: lower case, digits and hyphens. */
    String id();

    /** The settings that suit most adapters. */
    OptimizerSettings usual();

    /** The learning rate that suits most adapters with those settings else. */
    default double usualRate(OptimizerSettings settings) {
        return settings.learningRate();
    }

    /** One for everything in that store, at the beginning of a run. */
    Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings);
}
