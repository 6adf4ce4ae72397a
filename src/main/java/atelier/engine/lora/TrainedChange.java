package atelier.engine.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Torch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says to a network what is trained on one of its layers, in the layer programs' words. */
public final class TrainedChange {

    private TrainedChange() {}

    /**
     * The change.
     *
     * @param owner of the scale: an array for each layer, as a block cannot take one array under
     *     two names
     * @param scale what it is multiplied by
     */
    public static LayerChange of(
            Torch torch, NDManager owner, Map<TensorRole, Parameter> parameters, double scale) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        parameters.forEach((role, parameter) -> named.put(role.entry(), parameter));
        Map<String, NDArray> constants =
                scale == 1
                        ? Map.of()
                        : Map.of("scale", torch.floats(owner, new float[] {(float) scale}));
        return new LayerChange.Trained(named, constants);
    }
}
