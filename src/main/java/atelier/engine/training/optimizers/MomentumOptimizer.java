package atelier.engine.training.optimizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import java.util.function.DoubleFunction;

/** An optimizer that remembers nothing but a mean of the gradients. */
final class MomentumOptimizer implements Optimizer {

    private final Torch torch;
    private final ParameterStore store;
    private final Program program;
    private final DoubleFunction<double[]> numbers;
    private final OptimizerMemory memory;
    private final NDArray mean;

    /**
     * @param program with a method {@code step} that takes numbers, values, gradients and the mean
     * @param numbers for a learning rate
     */
    MomentumOptimizer(
            Torch torch, ParameterStore store, String program, DoubleFunction<double[]> numbers) {
        this.torch = torch;
        this.store = store;
        this.program = torch.load(program);
        this.numbers = numbers;
        this.memory = new OptimizerMemory(torch);
        this.mean = memory.zeros("mean", store.values().size());
    }

    @Override
    public double step(double learningRate) {
        try (NDManager call = torch.newManager()) {
            program.call(
                    call,
                    "step",
                    torch.reals(call, numbers.apply(learningRate)),
                    store.values(),
                    store.gradients(),
                    mean);
        }
        return learningRate;
    }

    @Override
    public OptimizerState state() {
        return memory.state();
    }

    @Override
    public void restore(OptimizerState state) {
        memory.restore(state);
    }

    @Override
    public void close() {
        memory.close();
        program.close();
    }
}
