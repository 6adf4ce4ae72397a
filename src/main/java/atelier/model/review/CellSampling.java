package atelier.model.review;

import java.util.Locale;

/**
 * How a cell is sampled.
 *
 * @param sampler with its schedule
 * @param steps at least 1
 * @param guidance classifier-free guidance scale
 */
public record CellSampling(SamplerChoice sampler, int steps, double guidance) {

    /** All of it, in a few words. */
    public String label() {
        return String.format(
                Locale.ROOT, "%s, %d steps, guidance %s", sampler.label(), steps, guidance);
    }
}
