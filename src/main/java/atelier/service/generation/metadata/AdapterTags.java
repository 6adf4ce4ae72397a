package atelier.service.generation.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adapters as A1111 and its kin put them into the prompt: {@code <lora:name:weight>}, with further
 * forms {@code <lora:name:encoders:unet>} and {@code <lora:name:te=0.5:unet=1>}.
 */
final class AdapterTags {

    private static final Pattern TAG =
            Pattern.compile("<(?:lora|lyco):([^<>:]{1,255})((?::[^<>:]{0,40}){0,8})>");

    private AdapterTags() {}

    /**
     * One tag.
     *
     * @param name of the adapter
     * @param weight for the UNet
     * @param encoderWeight for the text encoders
     */
    record Tag(String name, double weight, double encoderWeight) {}

    /**
     * A prompt taken apart.
     *
     * @param text what is left of it
     * @param tags in the order in which they stood
     */
    record Split(String text, List<Tag> tags) {}

    /** Takes the tags out of a prompt. */
    static Split split(String prompt) {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(prompt);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, "");
            tags.add(tag(matcher.group(1), matcher.group(2)));
        }
        if (tags.isEmpty()) {
            return new Split(prompt, List.of());
        }
        return new Split(matcher.appendTail(text).toString().strip(), tags);
    }

    private static Tag tag(String name, String arguments) {
        @Nullable Double encoders = null;
        @Nullable Double unet = null;
        for (String argument : arguments.split(":", -1)) {
            int equals = argument.indexOf('=');
            String key =
                    argument.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
            Double value = Json.number(argument.substring(equals + 1));
            if (key.equals("te") || (key.isEmpty() && encoders == null)) {
                encoders = value;
            } else if (key.equals("unet") || (key.isEmpty() && unet == null)) {
                unet = value;
            }
        }
        double weight = unet != null ? unet : encoders != null ? encoders : 1;
        return new Tag(name, weight, encoders != null ? encoders : weight);
    }

    /** The tag for one adapter. */
    static String format(String name, double weight) {
        return "<lora:" + name(name) + ":" + Infotext.number(weight) + ">";
    }

    /** An adapter's name without the signs that the tags and the lists of hashes need. */
    static String name(String fileName) {
        return ModelNames.withoutExtension(fileName).replaceAll("[<>:,\\p{Cntrl}]", "");
    }
}
