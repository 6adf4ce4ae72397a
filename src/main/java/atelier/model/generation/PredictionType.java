package atelier.model.generation;

/** What the UNet predicts. */
public enum PredictionType {
    /** The noise ε that was added (Ho et al. 2020). */
    EPSILON,
    /** The velocity v = √ᾱ ε − √(1−ᾱ) x₀ (Salimans and Ho 2022). */
    V_PREDICTION
}
