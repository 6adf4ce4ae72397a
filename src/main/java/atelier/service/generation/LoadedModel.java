package atelier.service.generation;

import atelier.engine.lora.AdaptedModel;
import atelier.engine.sdxl.AdaptableNetwork;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.KeyMap;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.util.EnumMap;
import java.util.Map;

/** A model in memory with the adapters that act on it. Lives on the lane. */
final class LoadedModel implements AutoCloseable {

    private final ModelChoice choice;
    private final SdxlModel model;
    private final AdaptedModel adapters;

    private LoadedModel(ModelChoice choice, SdxlModel model, AdaptedModel adapters) {
        this.choice = choice;
        this.model = model;
        this.adapters = adapters;
    }

    static LoadedModel load(
            Torch torch,
            ComputeDevice device,
            ModelChoice choice,
            Checkpoint checkpoint,
            TokenizerFiles tokenizers,
            ProgressListener progress,
            CancelToken cancel) {
        SdxlModel model =
                SdxlModel.load(
                        torch,
                        checkpoint,
                        device.type(),
                        tokenizers.open(choice.path()),
                        progress,
                        cancel);
        Map<Component, AdaptableNetwork> networks = new EnumMap<>(Component.class);
        networks.put(Component.UNET, model.unet());
        networks.put(Component.TEXT_ENCODER_1, model.textEncoder1());
        networks.put(Component.TEXT_ENCODER_2, model.textEncoder2());
        AdaptedModel adapters =
                new AdaptedModel(torch, networks, KeyMap.unet(checkpoint.unet()), model.type());
        return new LoadedModel(choice, model, adapters);
    }

    /** What was asked for when it was loaded. */
    ModelChoice choice() {
        return choice;
    }

    SdxlModel model() {
        return model;
    }

    AdaptedModel adapters() {
        return adapters;
    }

    @Override
    public void close() {
        adapters.close();
        model.close();
    }
}
