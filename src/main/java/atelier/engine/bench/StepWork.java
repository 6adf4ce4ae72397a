package atelier.engine.bench;

import atelier.engine.weights.UNetConfig;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingTargets;
import java.util.regex.Pattern;

/**
 * How much arithmetic of the UNet a training step takes: one prediction, and the way back to the
 * first layer that is trained, with what is computed again there. Layers with low-rank branches
 * need one product for each weight on that way; others that are trained need the weight's gradient,
 * too. What branches, norms and text encoders take is not counted: branches of rank 16 are one in
 * sixty at SDXL's size.
 *
 * @param targets which layers are trained
 * @param delta how their change is expressed
 * @param throughText whether gradients go on to the text encoders
 * @param checkpointed whether parts are computed again on the way back, to keep less
 */
public record StepWork(
        TrainingTargets targets, DeltaSettings delta, boolean throughText, boolean checkpointed) {

    /** Back through attention: of the values, of the scores, of the queries and of the keys. */
    private static final double ATTENTION_BACK = 2;

    /** The scores are not kept where the way back is written out. */
    private static final double SCORES_AGAIN = 0.5;

    private static final Pattern TRANSFORMER = Pattern.compile(".*\\.attentions\\..*");
    private static final Pattern BLOCK = Pattern.compile(".*\\.transformer_blocks\\..*");
    private static final Pattern ATTENTION = Pattern.compile(".*\\.attn[12]\\..*");
    private static final Pattern INSIDE = Pattern.compile("(down_blocks|mid_block|up_blocks)\\..*");

    /** What the gradient ends at, or goes on from for a single place alone. */
    private static final Pattern OUTERMOST = Pattern.compile("conv_in\\..*|.*(time_|add_)emb.*");

    /** Blocks whose way back is not written out. */
    private static final Pattern RECORDED =
            Pattern.compile("conv_out\\..*|.*\\.(down|up)samplers\\..*");

    private static final Pattern NOT_KEPT_SPARINGLY =
            Pattern.compile(".*\\.(attn1\\.to_[qkv]|attn2\\.to_q|ff\\.net\\.0\\.proj)\\.weight");

    /** That of a plan's steps. */
    public static StepWork of(TrainingPlan plan, boolean checkpointed) {
        return new StepWork(
                plan.adapter().targets(),
                plan.adapter().delta(),
                plan.textEncoders().trained(),
                checkpointed);
    }

    /**
     * Floating-point operations of a step with one picture.
     *
     * @param height of the latents
     * @param width of the latents
     * @param tokens of the text, 77 for a short caption
     */
    public double operations(UNetConfig config, int height, int width, long tokens) {
        double operations = 0;
        boolean reached = false;
        for (LayerWork layer : UNetWork.layers(config, height, width, tokens)) {
            reached |= isTrained(layer.weight());
            operations += layer.product() + layer.attention();
            if (reached) {
                operations += back(layer);
            }
        }
        return operations;
    }

    private double back(LayerWork layer) {
        String weight = layer.weight();
        double operations = ATTENTION_BACK * layer.attention();
        if (passesOn(weight)) {
            operations += layer.product();
        }
        if (isChanged() && isTrained(weight)) {
            operations += layer.product();
        }
        if (isWrittenOut()) {
            operations += SCORES_AGAIN * layer.attention();
            if (RECORDED.matcher(weight).matches()
                    || (checkpointed && NOT_KEPT_SPARINGLY.matcher(weight).matches())) {
                operations += layer.product();
            }
        } else if (checkpointed && isComputedAgain(weight)) {
            operations += layer.product() + layer.attention();
        }
        return operations;
    }

    /** Whether gradients go on to what the layer takes. */
    private boolean passesOn(String weight) {
        return !OUTERMOST.matcher(weight).matches()
                && (throughText || !UNetWork.OF_THE_TEXT.matcher(weight).matches());
    }

    /** Whether weights are changed before they are used, and branches are not beside them. */
    private boolean isChanged() {
        return delta.method() != TrainingMethod.LORA || delta.dora();
    }

    /** Whether the way back of blocks that are trained is written out, and needs no record. */
    public boolean isWrittenOut() {
        return !isChanged() && targets != TrainingTargets.ALL && !throughText;
    }

    private boolean isComputedAgain(String weight) {
        return RECORDED.matcher(weight).matches()
                || isTrained(weight)
                || (targets == TrainingTargets.ATTENTION && BLOCK.matcher(weight).matches());
    }

    private boolean isTrained(String weight) {
        return delta.method() == TrainingMethod.FULL || trained().matcher(weight).matches();
    }

    private Pattern trained() {
        return switch (targets) {
            case ATTENTION -> ATTENTION;
            case TRANSFORMERS -> TRANSFORMER;
            case ALL -> INSIDE;
        };
    }
}
