package atelier.service.generation.metadata;

import atelier.model.generation.MentionedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of samplers and schedules in other tools, and ours for the same things.
 *
 * <p>Three of our schedules have other names elsewhere: what others call DDIM or "ddim_uniform" is
 * leading, "simple" picks the time steps of trailing, and "uniform", "normal" or "discrete" those
 * of linspace.
 */
final class SamplerNames {

    /** Keys are spelled as {@link #key} does. */
    private static final Map<String, String> SAMPLERS =
            Map.ofEntries(
                    Map.entry("euler", "euler"),
                    Map.entry("eulera", "euler-a"),
                    Map.entry("eulerancestral", "euler-a"),
                    Map.entry("heun", "heun"),
                    Map.entry("dpmpp2m", "dpmpp-2m"),
                    Map.entry("dpmpp2msde", "dpmpp-2m-sde"),
                    Map.entry("dpmpp2msdegpu", "dpmpp-2m-sde"),
                    Map.entry("dpmppsde", "dpmpp-sde"),
                    Map.entry("dpmppsdegpu", "dpmpp-sde"),
                    Map.entry("ddim", "ddim"),
                    Map.entry("unipc", "unipc"),
                    Map.entry("unipcbh2", "unipc"),
                    Map.entry("lcm", "lcm"));

    private static final Map<String, String> SCHEDULES =
            Map.ofEntries(
                    Map.entry("leading", "leading"),
                    Map.entry("ddim", "leading"),
                    Map.entry("ddimuniform", "leading"),
                    Map.entry("trailing", "trailing"),
                    Map.entry("simple", "trailing"),
                    Map.entry("linspace", "linspace"),
                    Map.entry("uniform", "linspace"),
                    Map.entry("normal", "linspace"),
                    Map.entry("discrete", "linspace"),
                    Map.entry("karras", "karras"),
                    Map.entry("exponential", "exponential"),
                    Map.entry("sgmuniform", "sgm-uniform"));

    /** Schedules that may stand behind a sampler's name, the longer ones first. */
    private static final List<String> SUFFIXES =
            List.of(
                    "ddim uniform",
                    "sgm uniform",
                    "exponential",
                    "discrete",
                    "karras",
                    "normal",
                    "simple");

    /** What A1111 takes where the schedule is "Automatic", by our sampler. */
    private static final Map<String, String> AUTOMATIC =
            Map.of(
                    "euler", "linspace",
                    "euler-a", "linspace",
                    "heun", "linspace",
                    "dpmpp-2m", "karras",
                    "dpmpp-sde", "karras",
                    "dpmpp-2m-sde", "exponential");

    private static final Map<String, String> A1111_SAMPLERS =
            Map.of(
                    "euler", "Euler",
                    "euler-a", "Euler a",
                    "heun", "Heun",
                    "dpmpp-2m", "DPM++ 2M",
                    "dpmpp-2m-sde", "DPM++ 2M SDE",
                    "dpmpp-sde", "DPM++ SDE",
                    "ddim", "DDIM",
                    "unipc", "UniPC",
                    "lcm", "LCM");

    private static final Map<String, String> A1111_SCHEDULES =
            Map.of(
                    "leading", "DDIM",
                    "trailing", "Simple",
                    "linspace", "Uniform",
                    "karras", "Karras",
                    "exponential", "Exponential",
                    "sgm-uniform", "SGM Uniform");

    private SamplerNames() {}

    /** A sampler's name, and the schedule that stood in it, if any. */
    record Parsed(MentionedName sampler, @Nullable MentionedName schedule) {}

    /** Reads a sampler's name such as "DPM++ 2M Karras", "euler_a karras" or "dpmpp_2m_k". */
    static Parsed parse(String name) {
        String text = name.strip();
        String spaced = text.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (String suffix : SUFFIXES) {
            if (spaced.endsWith(" " + suffix)) {
                int end = text.length() - suffix.length();
                return new Parsed(
                        sampler(text.substring(0, end - 1)), schedule(text.substring(end)));
            }
        }
        return new Parsed(sampler(text), null);
    }

    private static MentionedName sampler(String text) {
        return new MentionedName(text, SAMPLERS.get(key(text)));
    }

    /** Reads a schedule's name. */
    static MentionedName schedule(String text) {
        return new MentionedName(text.strip(), SCHEDULES.get(key(text)));
    }

    /** Reads A1111's "Automatic", which depends on the sampler. */
    static MentionedName automaticSchedule(String text, @Nullable MentionedName sampler) {
        String id = sampler == null ? null : sampler.id();
        return new MentionedName(text, id == null ? null : AUTOMATIC.get(id));
    }

    /** How A1111 calls one of our samplers; a name it does not have stays as it is. */
    static String samplerForA1111(String id) {
        return A1111_SAMPLERS.getOrDefault(id, id);
    }

    /** How A1111 calls one of our schedules; a name it does not have stays as it is. */
    static String scheduleForA1111(String id) {
        return A1111_SCHEDULES.getOrDefault(id, id);
    }

    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[ _-]", "");
        boolean prefixed = key.startsWith("k") && name.matches("[kK][ _-].*");
        return prefixed ? key.substring(1) : key;
    }
}
