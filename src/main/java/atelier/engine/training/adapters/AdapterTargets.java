package atelier.engine.training.adapters;

import atelier.engine.weights.Component;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import atelier.model.training.TrainingTargets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Picks the layers that an adapter is trained on. */
public final class AdapterTargets {

    private static final String WEIGHT = ".weight";
    private static final Pattern ATTENTION =
            Pattern.compile(".*\\.attn[12]\\.(to_q|to_k|to_v|to_out\\.0)");
    private static final Pattern TRANSFORMER = Pattern.compile(".*\\.attentions\\..*");
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(self_attn\\.(q|k|v|out)_proj|mlp\\.fc[12])");
    private static final Pattern INSIDE = Pattern.compile("(down_blocks|mid_block|up_blocks)\\..*");

    private AdapterTargets() {}

    /**
     * Those of the UNet, by path.
     *
     * @param layers the shape of the weight of every layer by its path, norms included
     */
    public static List<AdaptedLayer> unet(TrainingTargets targets, Map<String, List<Long>> layers) {
        return chosen(
                Component.UNET,
                layers,
                switch (targets) {
                    case ATTENTION -> ATTENTION;
                    case TRANSFORMERS -> TRANSFORMER;
                    case ALL -> INSIDE;
                });
    }

    /**
     * Those of a text encoder, by path: every linear layer of its transformer, as sd-scripts has
     * it. That is 72 of SDXL's first and 192 of its second, the projection not among them.
     *
     * @param layers the shape of the weight of every layer by its path
     */
    public static List<AdaptedLayer> textEncoder(
            Component component, Map<String, List<Long>> layers) {
        return chosen(component, layers, TEXT);
    }

    /** The same of a UNet of those sizes, which need not be loaded. */
    public static List<AdaptedLayer> unet(TrainingTargets targets, UNetConfig sizes) {
        return unet(targets, layers(UNetShapes.of(sizes)));
    }

    /** The shape of each layer's weight by the layer's path, of tensors by their names. */
    static Map<String, List<Long>> layers(Map<String, List<Long>> tensors) {
        Map<String, List<Long>> layers = new HashMap<>();
        tensors.forEach((name, shape) -> {
            if (name.endsWith(WEIGHT)) {
                layers.put(name.substring(0, name.length() - WEIGHT.length()), shape);
            }
        });
        return layers;
    }

    private static List<AdaptedLayer> chosen(
            Component component, Map<String, List<Long>> layers, Pattern pattern) {
        List<AdaptedLayer> chosen = new ArrayList<>();
        layers.forEach((module, weight) -> {
            if (weight.size() >= 2 && pattern.matcher(module).matches()) {
                chosen.add(new AdaptedLayer(component, module, weight));
            }
        });
        chosen.sort(Comparator.comparing(AdaptedLayer::module));
        return List.copyOf(chosen);
    }
}
