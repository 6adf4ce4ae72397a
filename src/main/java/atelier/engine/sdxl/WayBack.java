package atelier.engine.sdxl;

import java.util.Map;
import java.util.Optional;

/**
 * A block's own way back, written out in its program: gradients without a record, from the results
 * of products alone. A record keeps every number in between, and takes a product for each weight's
 * way back and much bookkeeping.
 *
 * @param forward method that gives the block's output, and after it what the way back needs
 * @param backward method that takes the output's gradient, the inputs and what was kept, sums the
 *     gradients of what is trained, and gives those of the first inputs
 */
record WayBack(String forward, String backward) {

    /** For how many inputs, from the first, each method's way back has gradients. */
    private static final Map<String, Integer> INPUTS =
            Map.of(
                    "resnet",
                    1,
                    "resnet_with_skip",
                    2,
                    "project_in",
                    1,
                    "project_out",
                    2,
                    UNetTape.TRANSFORMER_BLOCK,
                    1);

    /**
     * The way back of a step, if its block has one for what is trained in it, and for all inputs
     * that depend on something trained.
     *
     * @param depends which values of the tape depend on something trained
     * @param sparing whether to keep less and compute a little again
     */
    static Optional<WayBack> of(Step step, boolean[] depends, boolean sparing) {
        String method = step.block().method();
        int inputs = INPUTS.getOrDefault(method, 0);
        boolean reached =
                step.differentiableInputs().stream().skip(inputs).noneMatch(i -> depends[i]);
        if (inputs == 0 || !reached || !step.block().isFixedButForBranches()) {
            return Optional.empty();
        }
        String way = sparing && method.equals(UNetTape.TRANSFORMER_BLOCK) ? "_sparingly" : "";
        return Optional.of(new WayBack(method + "_kept" + way, method + "_back" + way));
    }
}
