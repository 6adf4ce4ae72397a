package atelier.model.training;

/**
 * How ΔW, the change of a layer's weight, is expressed.
 *
 * @param method of all layers
 * @param dora whether the length of each input's weights is trained apart from their direction (Liu
 *     et al. 2024)
 * @param rank inner size of the products, at least 1
 * @param alpha ΔW is multiplied by alpha/rank, above 0
 * @param convRank that of convolutions larger than 1×1
 * @param convAlpha that of convolutions larger than 1×1
 * @param lokrFactor most rows and columns of LoKr's first matrix; −1 makes both as alike as can be
 */
public record DeltaSettings(
        TrainingMethod method,
        boolean dora,
        int rank,
        double alpha,
        int convRank,
        double convAlpha,
        int lokrFactor) {

    /** Makes both of LoKr's matrices as alike in size as can be. */
    public static final int AS_SQUARE_AS_POSSIBLE = -1;

    /** A plain method, the same on all layers. */
    public static DeltaSettings of(TrainingMethod method, int rank, double alpha) {
        return new DeltaSettings(method, false, rank, alpha, rank, alpha, AS_SQUARE_AS_POSSIBLE);
    }

    /** The same with DoRA. */
    public DeltaSettings withDora() {
        return new DeltaSettings(method, true, rank, alpha, convRank, convAlpha, lokrFactor);
    }
}
