package atelier.engine.lora;

import atelier.engine.weights.Component;
import java.util.List;
import java.util.stream.Stream;

/** The networks that adapters change, with the names that formats have for them. */
@SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that cannot change.
enum NetworkName {
    UNET(Component.UNET, "lora_unet_", "diffusion_model.", "model.diffusion_model."),
    TEXT_ENCODER_1(
            Component.TEXT_ENCODER_1,
            "lora_te1_",
            "lora_te_",
            "text_encoders.clip_l.transformer.",
            "clip_l.transformer."),
    TEXT_ENCODER_2(
            Component.TEXT_ENCODER_2,
            "lora_te2_",
            "text_encoders.clip_g.transformer.",
            "clip_g.transformer.");

    private final Component component;
    private final String kohyaPrefix;
    private final List<String> otherPrefixes;

    NetworkName(Component component, String kohyaPrefix, String... otherPrefixes) {
        this.component = component;
        this.kohyaPrefix = kohyaPrefix;
        this.otherPrefixes = List.of(otherPrefixes);
    }

    static NetworkName of(Component component) {
        for (NetworkName name : values()) {
            if (name.component == component) {
                return name;
            }
        }
        throw new IllegalArgumentException("adapters do not change the " + component);
    }

    Component component() {
        return component;
    }

    /** As shown to the user. */
    String title() {
        return component.label();
    }

    /** What sd-scripts puts before a layer's flattened path. */
    String kohyaPrefix() {
        return kohyaPrefix;
    }

    /** What diffusers puts before a layer's dotted path. */
    String dottedPrefix() {
        return component.folder() + ".";
    }

    /** Every beginning by which a name is known to belong to this network. */
    List<String> prefixes() {
        return Stream.concat(Stream.of(kohyaPrefix, dottedPrefix()), otherPrefixes.stream())
                .toList();
    }
}
