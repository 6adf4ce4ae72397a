package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.model.job.CancelToken;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The steps of a network in the order they run. Values are numbered: first those that come from
 * outside, then one for each step.
 */
final class Tape {

    /** How a block is computed. */
    @FunctionalInterface
    interface Evaluation {

        /** Calls the block, and nothing else. */
        Evaluation PLAIN = Block::call;

        /**
         * The block's output.
         *
         * @param owner of the output
         */
        NDArray of(Block block, NDManager owner, NDArray... inputs);
    }

    private final List<Step> steps;
    private final int given;
    private final int[] lastUse;

    /**
     * @param given how many values come from outside; they stay their owner's
     */
    Tape(List<Step> steps, int given) {
        this.steps = List.copyOf(steps);
        this.given = given;
        this.lastUse = new int[size()];
        for (Step step : steps) {
            step.inputs().forEach(input -> lastUse[input] = step.output());
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** How many values there are in all; the last is the network's output. */
    int size() {
        return given + steps.size();
    }

    /** Room for every value, with those from outside filled in. */
    NDArray[] values(NDArray... outside) {
        if (outside.length != given) {
            throw new IllegalArgumentException(outside.length + " values in place of " + given);
        }
        return Arrays.copyOf(outside, size());
    }

    /**
     * Runs every step, and closes each value after its last use.
     *
     * @param owner of the values made
     * @param values filled in from the first step on; closed ones stay there
     * @param keep which of them not to close
     * @param cancel asked between steps
     * @param evaluation how each step is computed
     */
    void run(
            NDManager owner,
            NDArray[] values,
            IntPredicate keep,
            CancelToken cancel,
            Evaluation evaluation) {
        for (Step step : steps) {
            cancel.check();
            NDArray[] inputs = step.inputs().stream().map(i -> values[i]).toArray(NDArray[]::new);
            values[step.output()] = evaluation.of(step.block(), owner, inputs);
            for (int input : step.inputs()) {
                if (input >= given && lastUse[input] == step.output() && !keep.test(input)) {
                    values[input].close();
                }
            }
        }
    }

    /**
     * Which values depend on something that is trained: those that steps with parameters make, and
     * what is made of them.
     */
    boolean[] dependsOnTrained() {
        boolean[] depends = new boolean[size()];
        for (Step step : steps) {
            depends[step.output()] =
                    step.block().isTrained()
                            || step.differentiableInputs().stream().anyMatch(i -> depends[i]);
        }
        return depends;
    }

    /** Whether every step with parameters has a way back of its own. */
    boolean hasOwnWayBack() {
        boolean[] depends = dependsOnTrained();
        return steps.stream()
                .filter(step -> !step.block().trained().isEmpty())
                .allMatch(step -> WayBack.of(step, depends, false).isPresent());
    }
}
