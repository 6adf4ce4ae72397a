package atelier.engine.lora;

import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a model that adapters can change, found by any of the spellings that formats have
 * for them.
 *
 * <p>Flattened names cannot be taken apart again, as underscores stand for themselves and for dots,
 * so each layer of the model is spelled in every way there is, and names are looked up.
 */
public final class ModelLayers {

    private final Map<NetworkName, Map<String, List<Long>>> shapes =
            new EnumMap<>(NetworkName.class);
    private final Map<NetworkName, Map<String, String>> spellings =
            new EnumMap<>(NetworkName.class);

    /**
     * @param weights for each network the shape of each layer's weight by the layer's module path
     *     as diffusers and transformers name it, such as {@code mid_block.attentions.0.proj_in}
     * @param unet the UNet's names in the two layouts
     */
    public ModelLayers(Map<Component, Map<String, List<Long>>> weights, KeyMap unet) {
        weights.forEach((component, layers) -> {
            NetworkName network = NetworkName.of(component);
            Map<String, String> names = new LinkedHashMap<>();
            for (String module : layers.keySet()) {
                spell(names, module, module);
                if (network == NetworkName.UNET) {
                    spell(names, original(unet, module), module);
                }
            }
            shapes.put(network, Map.copyOf(layers));
            spellings.put(network, names);
        });
    }

    private static void spell(Map<String, String> names, String spelling, String module) {
        names.put(spelling, module);
        names.put(flat(spelling), module);
    }

    /** A module path of the UNet as the single-file layout has it. */
    static String original(KeyMap unet, String module) {
        KeyMap.Pair pair = unet.toOriginal(module);
        return pair == null ? module : pair.original();
    }

    /** A module path as kohya's formats write it. */
    static String flat(String module) {
        return module.replace('.', '_');
    }

    /** The module path of a layer; null where the model has no such layer. */
    @Nullable String module(LayerName name) {
        return spellings.getOrDefault(name.network(), Map.of()).get(name.path());
    }

    /**
     * The shape of a layer's weight: one dimension for a norm, two for a linear layer or an
     * embedding, four for a convolution.
     *
     * @throws IllegalArgumentException if the model has no such layer
     */
    List<Long> shape(NetworkName network, String module) {
        List<Long> shape = shapes.getOrDefault(network, Map.of()).get(module);
        if (shape == null) {
            throw new IllegalArgumentException(network + " has no layer " + module);
        }
        return shape;
    }
}
