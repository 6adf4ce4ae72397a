package atelier.model.review;

/**
 * A sampler with its schedule on an axis of a comparison.
 *
 * @param sampler id in the sampler registry
 * @param schedule id in the schedule registry
 */
public record SamplerChoice(String sampler, String schedule) {

    /** Both, as the command line takes them. */
    public String label() {
        return sampler + ":" + schedule;
    }
}
