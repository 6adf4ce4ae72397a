package atelier.service.training;

import atelier.engine.weights.Checkpoint;
import atelier.model.generation.AdapterProvenance;
import atelier.model.generation.EngineProvenance;
import atelier.model.generation.FileIdentity;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ImageProvenance;
import atelier.model.generation.ModelProvenance;
import atelier.model.generation.SizeConditioning;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describes how previews are made: by the model, and by the adapter as it is after a step, which
 * goes by the name of the checkpoint that would be saved then.
 *
 * @param checkpoint the model
 * @param vae another autoencoder than the model's; null for its own
 * @param trigger of the adapter
 * @param type number format of the networks' arithmetic
 * @param version Atelier's
 */
record PreviewProvenance(
        Checkpoint checkpoint, @Nullable Path vae, String trigger, String type, String version) {

    /** Of one preview. */
    ImageProvenance of(GenerationRequest request, long step, boolean tiled) {
        return new ImageProvenance(
                request.prompt(),
                request.negative(),
                null,
                request.width(),
                request.height(),
                SizeConditioning.of(request.height(), request.width()),
                request.sampling(),
                request.seed(),
                request.clipSkip(),
                request.emphasis(),
                null,
                new ModelProvenance(
                        file(checkpoint.path()),
                        vae == null ? null : file(vae),
                        step == 0 ? List.of() : List.of(adapter(step)),
                        checkpoint.prediction().type(),
                        checkpoint.prediction().zeroTerminalSnr()),
                new EngineProvenance(EngineProvenance.TORCH_CPU, type, tiled, version));
    }

    private AdapterProvenance adapter(long step) {
        String name = String.format(Locale.ROOT, "step-%06d.safetensors", step);
        return new AdapterProvenance(new FileIdentity(name, null), 1, null, trigger);
    }

    private static FileIdentity file(Path path) {
        return new FileIdentity(
                String.valueOf(path.toAbsolutePath().normalize().getFileName()), null);
    }
}
