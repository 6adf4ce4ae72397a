package atelier.engine.lora;

import atelier.engine.weights.KeyMap;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterFormat;
import atelier.model.adapter.AdapterMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of an adapter under the names of a format.
 *
 * <p>kohya keeps alpha beside the matrices; for diffusers it is folded into the second one, as many
 * of its readers take alpha for the rank.
 */
final class AdapterTensors {

    /**
     * A tensor before it is put into the file's element type.
     *
     * @param layer the path of the layer it belongs to
     */
    record Tensor(String name, TrainedTensor content, String layer) {}

    private AdapterTensors() {}

    /**
     * The layers as the format has them, in the same order: with the same effect, but for rounding.
     *
     * @throws AtelierException if it has no names for them
     */
    static List<TrainedLayer> stored(List<TrainedLayer> layers, AdapterFormat format) {
        if (format == AdapterFormat.KOHYA) {
            return layers;
        }
        if (layers.stream().anyMatch(layer -> !isPlain(layer))) {
            throw new AtelierException(
                    "The diffusers format has no names for LoHa, LoKr and magnitudes of inputs: write the adapter in the kohya format.");
        }
        if (layers.stream().mapToInt(TrainedLayer::rank).distinct().count() > 1) {
            throw new AtelierException(
                    "The diffusers format keeps no alpha, and diffusers takes the first layer's rank for it: write an adapter of several ranks in the kohya format.");
        }
        return layers.stream().map(TrainedLayer::folded).toList();
    }

    private static boolean isPlain(TrainedLayer layer) {
        return layer.method() == AdapterMethod.LORA && !layer.isDecomposed();
    }

    /**
     * Their tensors.
     *
     * @param layers as {@link #stored} gives them
     * @param unet the UNet's names in the two layouts
     */
    static List<Tensor> of(List<TrainedLayer> layers, AdapterFormat format, KeyMap unet) {
        List<Tensor> tensors = new ArrayList<>();
        for (TrainedLayer layer : layers) {
            NetworkName network = NetworkName.of(layer.component());
            String module = layer.module();
            switch (format) {
                case KOHYA -> {
                    String path =
                            network == NetworkName.UNET
                                    ? ModelLayers.original(unet, module)
                                    : module;
                    String stem = network.kohyaPrefix() + ModelLayers.flat(path) + ".";
                    layer.tensors()
                            .forEach((role, tensor) ->
                                    tensors.add(new Tensor(stem + role.ending(), tensor, module)));
                    tensors.add(new Tensor(stem + "alpha", layer.alphaTensor(), module));
                }
                case DIFFUSERS -> {
                    String stem = network.dottedPrefix() + module;
                    TrainedTensor down = layer.tensor(TensorRole.DOWN);
                    TrainedTensor up = layer.tensor(TensorRole.UP);
                    tensors.add(new Tensor(stem + ".lora_A.weight", down, module));
                    tensors.add(new Tensor(stem + ".lora_B.weight", up, module));
                }
            }
        }
        return tensors;
    }
}
