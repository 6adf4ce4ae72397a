package atelier.engine.lora;

import atelier.engine.weights.KeyMap;
import atelier.model.adapter.AdapterFormat;
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
                    String stem = network.kohyaPrefix() + ModelLayers.flat(path);
                    layer.tensors()
                            .forEach((role, tensor) ->
                                    tensors.add(
                                            new Tensor(
                                                    stem + "." + role.ending(), tensor, module)));
                    tensors.add(new Tensor(stem + ".alpha", scalar(layer.alpha()), module));
                }
                case DIFFUSERS -> {
                    String stem = network.dottedPrefix() + module;
                    TrainedTensor up =
                            layer.tensor(TensorRole.UP).times(layer.alpha() / layer.rank());
                    tensors.add(
                            new Tensor(
                                    stem + ".lora_A.weight",
                                    layer.tensor(TensorRole.DOWN),
                                    module));
                    tensors.add(new Tensor(stem + ".lora_B.weight", up, module));
                }
            }
        }
        return tensors;
    }

    private static TrainedTensor scalar(double value) {
        return new TrainedTensor(new float[] {(float) value}, List.of());
    }
}
