package atelier.engine.training.adapters;

import atelier.engine.lora.TrainedLayer;
import atelier.engine.lora.TrainedTensor;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.Component;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import atelier.model.training.AdapterSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an adapter would consist of, told by the sizes of the model alone.
 *
 * @param slots everything that is trained
 * @param layers as they are written, without values; none where all weights are trained themselves
 */
public record AdapterOutline(List<Slot> slots, List<TrainedLayer> layers) {

    /** Copies the lists. */
    public AdapterOutline {
        slots = List.copyOf(slots);
        layers = List.copyOf(layers);
    }

    /** That of a UNet alone. */
    public static AdapterOutline of(UNetConfig unet, AdapterSettings settings) {
        return of(unet, new EnumMap<>(Component.class), settings);
    }

    /**
     * That of a UNet and of text encoders.
     *
     * @param encoders the shape of every tensor by name, of each text encoder that is trained
     */
    public static AdapterOutline of(
            UNetConfig unet,
            Map<Component, Map<String, List<Long>>> encoders,
            AdapterSettings settings) {
        if (settings.isFull()) {
            return new AdapterOutline(
                    UNetShapes.of(unet).entrySet().stream()
                            .map(weight -> new Slot(weight.getKey(), weight.getValue()))
                            .toList(),
                    List.of());
        }
        List<AdaptedLayer> layers = new ArrayList<>(AdapterTargets.unet(settings.targets(), unet));
        encoders.forEach((component, tensors) ->
                layers.addAll(
                        AdapterTargets.textEncoder(component, AdapterTargets.layers(tensors))));
        List<LayerDelta> deltas = LayerDeltas.of(settings.delta(), layers);
        return new AdapterOutline(
                AdapterParameters.slots(deltas),
                deltas.stream()
                        .map(delta ->
                                AdapterParameters.layer(
                                        delta, array -> TrainedTensor.outline(array.shape())))
                        .toList());
    }

    /** How many numbers are trained. */
    public long numbers() {
        return Slot.numbers(slots);
    }
}
