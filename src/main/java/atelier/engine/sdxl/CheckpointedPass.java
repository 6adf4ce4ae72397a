package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps each step's inputs, and what those blocks ask for that have a {@link WayBack} of their own.
 * All others are computed again on the way back, this time recorded (Chen et al. 2016, "Training
 * Deep Nets with Sublinear Memory Cost"). Steps before the first that is trained, and branches that
 * come from nothing trained, are left out of the way back.
 */
final class CheckpointedPass implements TrainingPass {

    /**
     * After how many blocks the memory that they freed is given back, where it is short: what later
     * blocks keep would lie between the holes. More often takes time, as pages come back one by
     * one.
     */
    private static final int BLOCKS_BETWEEN_TRIMS = 10;

    private final Torch torch;
    private final Autograd autograd;
    private final Tape tape;
    private final NDManager owner;
    private final NDArray[] values;
    private final boolean sparing;
    private final boolean[] depends;
    private final Map<Block, WayBack> ways = new HashMap<>();
    private final Map<Block, NDList> kept = new HashMap<>();
    private final Map<Integer, NDArray> gradients = new HashMap<>();

    /**
     * Makes the prediction.
     *
     * @param owner of everything made; closed with this pass
     * @param values those from outside, and room for all others
     * @param sparing whether blocks keep as little as they can
     */
    CheckpointedPass(
            Torch torch,
            Autograd autograd,
            Tape tape,
            NDManager owner,
            NDArray[] values,
            boolean sparing,
            CancelToken cancel) {
        this.torch = torch;
        this.autograd = autograd;
        this.tape = tape;
        this.owner = owner;
        this.values = values;
        this.sparing = sparing;
        this.depends = tape.dependsOnTrained();
        boolean[] wanted = new boolean[tape.size()];
        for (Step step : tape.steps()) {
            if (depends[step.output()]) {
                step.inputs().forEach(input -> wanted[input] = true);
                WayBack.of(step, depends, sparing).ifPresent(way -> ways.put(step.block(), way));
            }
        }
        tape.run(owner, values, value -> wanted[value], cancel, this::forward);
    }

    private NDArray forward(Block block, NDManager made, NDArray... inputs) {
        WayBack way = ways.get(block);
        if (way == null) {
            return block.call(made, inputs);
        }
        NDList results = block.callMany(way.forward(), made, inputs);
        kept.put(block, results.subNDList(1));
        trimNowAndThen();
        return results.head();
    }

    private void trimNowAndThen() {
        if (sparing && kept.size() % BLOCKS_BETWEEN_TRIMS == 0) {
            NativeMemory.trim();
        }
    }

    @Override
    public NDArray prediction() {
        return values[values.length - 1];
    }

    @Override
    public void backward(NDArray gradient, GradientUse use, CancelToken cancel) {
        int last = values.length - 1;
        gradients.put(last, gradient);
        for (Step step : tape.steps().reversed()) {
            NDArray arriving = gradients.remove(step.output());
            if (arriving != null) {
                cancel.check();
                backward(step, arriving, use);
                if (step.output() < last) {
                    arriving.close();
                    values[step.output()].close();
                }
            }
        }
    }

    private void backward(Step step, NDArray gradient, GradientUse use) {
        try (NDManager call = owner.newSubManager()) {
            NDArray[] inputs = step.inputs().stream().map(i -> values[i]).toArray(NDArray[]::new);
            WayBack way = ways.get(step.block());
            if (way != null) {
                backward(step, way.backward(), inputs, gradient, call);
                return;
            }
            List<Integer> numbers = new ArrayList<>();
            List<NDArray> leaves = new ArrayList<>();
            for (int i = 0; i < step.differentiable(); i++) {
                if (depends[step.inputs().get(i)]) {
                    inputs[i] = autograd.leaf(call, inputs[i]);
                    numbers.add(step.inputs().get(i));
                    leaves.add(inputs[i]);
                }
            }
            List<NDArray> own = step.block().trainedAtOnce();
            leaves.addAll(own);
            NDArray output = torch.withGradients(() -> step.block().call(call, inputs));
            List<NDArray> found =
                    autograd.backward(call, output, gradient, leaves, step.block().trained());
            for (int i = 0; i < numbers.size(); i++) {
                add(numbers.get(i), found.get(i));
            }
            if (!own.isEmpty()) {
                output.close();
                use.take(own, found.subList(numbers.size(), found.size()));
            }
        }
    }

    private void backward(
            Step step, String method, NDArray[] inputs, NDArray gradient, NDManager call) {
        NDList needed = Objects.requireNonNull(kept.remove(step.block()));
        List<NDArray> arguments = new ArrayList<>(List.of(gradient));
        arguments.addAll(List.of(inputs));
        arguments.addAll(needed);
        NDList found = step.block().callBack(method, call, arguments.toArray(NDArray[]::new));
        needed.close();
        trimNowAndThen();
        for (int i = 0; i < found.size(); i++) {
            if (depends[step.inputs().get(i)]) {
                add(step.inputs().get(i), found.get(i));
            }
        }
    }

    private void add(int value, NDArray gradient) {
        NDArray before = gradients.get(value);
        NDArray sum = before == null ? gradient : before.add(gradient);
        sum.attach(owner);
        gradients.put(value, sum);
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
