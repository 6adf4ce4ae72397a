package atelier.engine.sdxl;

import java.util.List;

/**
 * One line of a network's tape: a block, the values that go in, and the number of the value that
 * comes out.
 *
 * @param block what is computed
 * @param inputs numbers of values made before
 * @param differentiable how many of the inputs, from the first, pass gradients back
 * @param output number of the result
 */
record Step(Block block, List<Integer> inputs, int differentiable, int output) {

    /** Numbers of the inputs that pass gradients back. */
    List<Integer> differentiableInputs() {
        return inputs.subList(0, differentiable);
    }
}
