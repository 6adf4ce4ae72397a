package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A condition that many calls of one UNet share, as the steps of an image do: the keys and values
 * that cross-attention makes of the text depend on nothing else, so that they are computed in the
 * first call alone.
 *
 * <p>Adapters have to be in place before the first call, as what is kept holds their effect.
 */
public final class LastingCondition {

    private static final int CONTEXT = 1;

    private final NDManager owner;
    private final Condition condition;
    private final Map<Block, NDList> projections = new HashMap<>();

    /**
     * @param owner closes what is kept: two arrays [batch, tokens, width] for each transformer
     *     block
     */
    public LastingCondition(NDManager owner, Condition condition) {
        this.owner = owner;
        this.condition = condition;
    }

    /** Text and sizes. */
    public Condition condition() {
        return condition;
    }

    /** Computes a block, with keys and values that are kept where it attends to the text. */
    NDArray evaluate(Block block, NDManager call, NDArray... inputs) {
        if (!block.method().equals(UNetTape.TRANSFORMER_BLOCK)) {
            return block.call(call, inputs);
        }
        NDList keysAndValues =
                projections.computeIfAbsent(
                        block, b -> b.callMany("project_context", owner, inputs[CONTEXT]));
        return block.call(
                "transformer_block_over",
                call,
                inputs[0],
                keysAndValues.get(0),
                keysAndValues.get(1));
    }
}
