package atelier.engine.lora;

import java.util.Map;

/**
 * A layer as an adapter file names it, without what only marks the format.
 *
 * @param network the network it belongs to
 * @param path the layer's path inside it, in whichever spelling the file uses
 */
record LayerName(NetworkName network, String path) {

    private static final String PEFT = "base_model.model.";

    /** Old attention processors of diffusers named a text encoder's projections like the UNet's. */
    private static final Map<String, String> OLD_TEXT_PROJECTIONS =
            Map.of("to_q", "q_proj", "to_k", "k_proj", "to_v", "v_proj", "to_out", "out_proj");

    /**
     * Takes a stem of {@link TensorRole.Name} apart. A name that says no network is the UNet's,
     * unless it is a CLIP layer's.
     */
    static LayerName of(String stem) {
        String rest = without(stem, PEFT);
        for (NetworkName network : NetworkName.values()) {
            for (String prefix : network.prefixes()) {
                if (rest.startsWith(prefix)) {
                    return of(network, rest.substring(prefix.length()));
                }
            }
        }
        rest = without(rest, "lycoris_");
        return of(
                rest.startsWith("text_model") ? NetworkName.TEXT_ENCODER_1 : NetworkName.UNET,
                rest);
    }

    private static LayerName of(NetworkName network, String rest) {
        String path = without(rest, PEFT).replace(".processor.", ".");
        int attention = path.indexOf(".self_attn.");
        if (network != NetworkName.UNET && attention >= 0) {
            int last = path.lastIndexOf('.') + 1;
            String projection = path.substring(last);
            path =
                    path.substring(0, last)
                            + OLD_TEXT_PROJECTIONS.getOrDefault(projection, projection);
        } else if (path.endsWith(".to_out")) {
            path += ".0";
        }
        return new LayerName(network, path);
    }

    private static String without(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
