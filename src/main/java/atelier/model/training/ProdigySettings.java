package atelier.model.training;

/**
 * What Prodigy is set by besides what Adam is.
 *
 * @param d0 the first estimate of the distance to the solution, above 0: far below what is expected
 * @param dCoef factor of the estimate, above 0
 * @param growthRate by how much the estimate may grow in one step at most, at least 1
 * @param biasCorrection whether early steps are made as small as Adam makes them
 * @param safeguardWarmUp whether the estimate is kept from the small rates of a warm-up
 */
public record ProdigySettings(
        double d0,
        double dCoef,
        double growthRate,
        boolean biasCorrection,
        boolean safeguardWarmUp) {

    /** What suits most adapters. */
    public static final ProdigySettings USUAL = new ProdigySettings(1e-5, 1, 1e9, true, true);
}
