package atelier.engine.training.optimizers;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import atelier.model.training.OptimizerSettings;
import java.util.List;

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

    /**
     * How many numbers one of those settings remembers between updates.
     *
     * @param trained everything that it changes
     */
    long remembered(List<Slot> trained, OptimizerSettings settings);

    /** One for everything in that store, at the beginning of a run. */
    Optimizer create(Torch torch, ParameterStore store, OptimizerSettings settings);
}
