package atelier.engine.training;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.sdxl.PromptedUNet;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.UNet;
import atelier.engine.torch.ComputeType;
import atelier.engine.weights.Component;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks that a trainer works on. They stay their owner's.
 *
 * @param unet predicts
 * @param prompted the UNet with the text encoders before it; null where they are not trained
 * @param encoders the text encoders; empty where they are not trained
 * @param type the element type of all weights
 * @param noise the noise the model was trained with, and what it predicts
 */
public record TrainedModel(
        UNet unet,
        @Nullable PromptedUNet prompted,
        Map<Component, AdaptableNetwork> encoders,
        ComputeType type,
        SchedulerConfig noise) {

    /** Copies the map. */
    public TrainedModel {
        encoders = Map.copyOf(encoders);
    }

    /** The UNet of a model alone; captions come encoded. */
    public static TrainedModel unet(UNet unet, ComputeType type, SchedulerConfig noise) {
        return new TrainedModel(unet, null, Map.of(), type, noise);
    }

    /**
     * The UNet and both text encoders; captions come as tokens.
     *
     * @param prompted of that model
     */
    public static TrainedModel withText(SdxlModel model, PromptedUNet prompted) {
        return new TrainedModel(
                model.unet(),
                prompted,
                Map.of(
                        Component.TEXT_ENCODER_1, model.textEncoder1(),
                        Component.TEXT_ENCODER_2, model.textEncoder2()),
                model.type(),
                model.scheduler());
    }

    /** All networks. */
    Map<Component, AdaptableNetwork> networks() {
        Map<Component, AdaptableNetwork> networks = new EnumMap<>(Component.class);
        networks.put(Component.UNET, unet);
        networks.putAll(encoders);
        return networks;
    }
}
