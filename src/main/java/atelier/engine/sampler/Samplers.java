package atelier.engine.sampler;

import atelier.engine.sampler.SamplerType.Eta;
import atelier.model.AtelierException;
import java.util.List;
import java.util.Optional;

/** All samplers. A new one is a class and a line here, and its message key. */
public final class Samplers {

    private static final Registry<SamplerType> ALL = new Registry<>("sampler", entries());

    private Samplers() {}

    private static List<SamplerType> entries() {
        return List.of(
                new SamplerType("euler", "Euler", true, Eta.UNUSED, Euler::new),
                new SamplerType("euler-a", "Euler a", true, Eta.ONE, EulerAncestral::new),
                new SamplerType("heun", "Heun", true, Eta.UNUSED, Heun::new),
                new SamplerType("dpmpp-2m", "DPM++ 2M", true, Eta.UNUSED, Dpmpp2m::new),
                new SamplerType("dpmpp-2m-sde", "DPM++ 2M SDE", true, Eta.ONE, Dpmpp2mSde::new),
                new SamplerType("dpmpp-sde", "DPM++ SDE", true, Eta.ONE, DpmppSde::new),
                new SamplerType("ddim", "DDIM", true, Eta.ZERO, Ddim::new),
                new SamplerType("unipc", "UniPC", true, Eta.UNUSED, UniPc::new),
                new SamplerType("lcm", "LCM", false, Eta.UNUSED, Lcm::new));
    }

    /** Every sampler, in the order to show. */
    public static List<SamplerType> all() {
        return ALL.all();
    }

    /**
     * The sampler of that id.
     *
     * @throws AtelierException if there is none; it lists those that are
     */
    public static SamplerType get(String id) {
        return ALL.get(id);
    }

    /** The sampler that image metadata calls so, in any case of letters. */
    public static Optional<SamplerType> byMetadataName(String name) {
        return ALL.byMetadataName(name);
    }

    /**
     * Starts the run of one image.
     *
     * @param config the checkpoint's scheduler settings
     * @param sampler id of the sampler
     * @param schedule id of the schedule; one that the sampler does not use must exist all the same
     * @param steps number of steps, 1 to the number of training steps
     * @param eta share of fresh noise, 0 to 1; see {@link SamplerType#defaultEta()}
     * @throws AtelierException if a name is unknown or a number is out of range
     */
    public static SamplerRun start(
            SchedulerConfig config, String sampler, String schedule, int steps, double eta) {
        SamplerType type = get(sampler);
        ScheduleType levels = Schedules.get(schedule);
        NoiseSchedule noise = NoiseSchedule.of(config);
        if (steps < 1 || steps > noise.trainSteps()) {
            throw new AtelierException(
                    "%d steps cannot be sampled; choose 1 to %d."
                            .formatted(steps, noise.trainSteps()));
        }
        if (!(eta >= 0 && eta <= 1)) {
            throw new AtelierException(
                    "Eta, the share of fresh noise, is %s; choose 0 to 1.".formatted(eta));
        }
        return type.start(new SamplerSetup(noise, config, levels.schedule(), steps, eta));
    }
}
