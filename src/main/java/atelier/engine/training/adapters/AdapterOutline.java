package atelier.engine.training.adapters;

import atelier.engine.lora.TrainedLayer;
import atelier.engine.lora.TrainedTensor;
import atelier.engine.training.parameters.Slot;
import atelier.engine.weights.UNetConfig;
import atelier.model.training.AdapterSettings;
import java.util.List;

/**
 * What an adapter would consist of, told by the sizes of the model alone.
 *
 * @param slots everything that is trained
 * @param layers as they are written, without values
 */
public record AdapterOutline(List<Slot> slots, List<TrainedLayer> layers) {

    /** Copies the lists. */
    public AdapterOutline {
        slots = List.copyOf(slots);
        layers = List.copyOf(layers);
    }

    /** That of a UNet. */
    public static AdapterOutline of(UNetConfig unet, AdapterSettings settings) {
        List<LayerDelta> deltas =
                LayerDeltas.of(settings.delta(), AdapterTargets.unet(settings.targets(), unet));
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
