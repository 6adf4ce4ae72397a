package atelier.model.training;

import java.util.List;

/**
 * How long a run will take: the arithmetic of its steps over what the machine does in a second,
 * what calling the network takes whatever its size, and what is done beside the steps.
 *
 * @param steps updates in all
 * @param operations floating-point operations of a step, on average over the pictures
 * @param rate floating-point operations a second of a large matrix product, measured a moment ago
 * @param share of that rate that steps reach
 * @param overhead seconds of a step beside its arithmetic
 * @param parts what is done before, between and after the steps
 */
public record TimeForecast(
        int steps,
        double operations,
        double rate,
        double share,
        double overhead,
        List<TimePart> parts) {

    /** Copies the list. */
    public TimeForecast {
        parts = List.copyOf(parts);
    }

    /** Seconds of one step. */
    public double secondsPerStep() {
        return operations / (rate * share) + overhead;
    }

    /** Seconds of the run. */
    public double seconds() {
        return steps * secondsPerStep() + parts.stream().mapToDouble(TimePart::seconds).sum();
    }
}
