package atelier.model.training;

/**
 * How long a run will take: the arithmetic of its steps over what the machine does in a second.
 * Caching before the first step, previews and saving come on top.
 *
 * @param steps updates in all
 * @param operations floating-point operations of a step, on average over the pictures
 * @param rate floating-point operations a second of a large matrix product, measured a moment ago
 * @param share of that rate that steps reach
 */
public record TimeForecast(int steps, double operations, double rate, double share) {

    /** Seconds of one step. */
    public double secondsPerStep() {
        return operations / (rate * share);
    }

    /** Seconds of all steps. */
    public double seconds() {
        return steps * secondsPerStep();
    }
}
