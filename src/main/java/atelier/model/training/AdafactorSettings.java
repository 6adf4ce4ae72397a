package atelier.model.training;

/**
 * What Adafactor is set by besides what Adam is.
 *
 * @param relativeStep whether the rate falls by itself as one over the root of the step; the
 *     learning rate is a factor then, 1 usually
 * @param scaleParameter whether each parameter moves in proportion to its own size
 * @param warmUpInit whether relative steps begin near 0
 */
public record AdafactorSettings(boolean relativeStep, boolean scaleParameter, boolean warmUpInit) {

    /** A rate that is given, as for the other optimizers. */
    public static final AdafactorSettings USUAL = new AdafactorSettings(false, false, false);
}
