package atelier.service.generation;

import atelier.engine.sampler.Registered;
import atelier.engine.sampler.Samplers;
import atelier.engine.sampler.Schedules;
import java.util.List;

/** The samplers and schedules that can be chosen, by the ids that orders name them with. */
public final class SamplingChoices {

    private SamplingChoices() {}

    /** Every sampler, in the order to show. */
    public static List<String> samplers() {
        return Samplers.all().stream().map(Registered::id).toList();
    }

    /** Every schedule, in the order to show. */
    public static List<String> schedules() {
        return Schedules.all().stream().map(Registered::id).toList();
    }

    /**
     * The share of fresh noise, 0 to 1, that people expect from a sampler unless they ask.
     *
     * @throws atelier.model.AtelierException if there is no such sampler
     */
    public static double usualEta(String sampler) {
        return Samplers.get(sampler).defaultEta();
    }
}
