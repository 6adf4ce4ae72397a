package atelier.engine.sampler;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which of our samplers, schedules and settings a diffusers scheduler class with its configuration
 * is. Settings that we do not have must hold the value that we stand for, else this fails.
 */
public record DiffusersScheduler(String sampler, String schedule, SchedulerConfig config) {

    /** Settings without counterpart, and the values under which they change nothing. */
    private static final Map<String, Set<String>> FIXED =
            Map.ofEntries(
                    Map.entry("interpolation_type", Set.of("linear")),
                    Map.entry("use_beta_sigmas", Set.of("false")),
                    Map.entry("sigma_min", Set.of("")),
                    Map.entry("sigma_max", Set.of("")),
                    Map.entry("timestep_type", Set.of("discrete")),
                    Map.entry("solver_order", Set.of("2")),
                    Map.entry("thresholding", Set.of("false")),
                    Map.entry("lower_order_final", Set.of("true")),
                    Map.entry("euler_at_final", Set.of("false")),
                    Map.entry("use_lu_lambdas", Set.of("false")),
                    Map.entry("lambda_min_clipped", Set.of("-inf")),
                    Map.entry("variance_type", Set.of("")),
                    Map.entry("clip_sample", Set.of("false")),
                    Map.entry("predict_x0", Set.of("true")),
                    Map.entry("disable_corrector", Set.of("")),
                    Map.entry("solver_p", Set.of("")),
                    Map.entry("solver_type", Set.of("midpoint", "bh2")),
                    Map.entry("original_inference_steps", Set.of("50")),
                    Map.entry("timestep_scaling", Set.of("10.0")));

    public static DiffusersScheduler of(String scheduler, JsonNode config) {
        FIXED.forEach((key, values) -> {
            String value = config.path(key).asString("");
            if (config.has(key) && !values.contains(value)) {
                throw new AssertionError(
                        scheduler + " with " + key + " = '" + value + "' is not ours");
            }
        });
        SchedulerConfig ours = SchedulerConfigReader.read(scheduler, config);
        return new DiffusersScheduler(
                sampler(scheduler, config), schedule(config, ours.spacing()), ours);
    }

    private static String sampler(String scheduler, JsonNode config) {
        return switch (scheduler) {
            case "EulerDiscreteScheduler" -> "euler";
            case "EulerAncestralDiscreteScheduler" -> "euler-a";
            case "HeunDiscreteScheduler" -> "heun";
            case "DPMSolverMultistepScheduler" ->
                    switch (config.path("algorithm_type").asString()) {
                        case "dpmsolver++" -> "dpmpp-2m";
                        case "sde-dpmsolver++" -> "dpmpp-2m-sde";
                        default -> throw new AssertionError(config.path("algorithm_type"));
                    };
            case "DDIMScheduler" -> "ddim";
            case "UniPCMultistepScheduler" -> "unipc";
            case "LCMScheduler" -> "lcm";
            default -> throw new AssertionError(scheduler);
        };
    }

    private static String schedule(JsonNode config, Spacing spacing) {
        if (config.path("use_karras_sigmas").asBoolean(false)) {
            return "karras";
        }
        return config.path("use_exponential_sigmas").asBoolean(false)
                ? "exponential"
                : spacing.id();
    }
}
