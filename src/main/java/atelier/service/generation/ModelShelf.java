package atelier.service.generation;

import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.NativeMemory;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Checkpoint;
import atelier.model.generation.ModelChoice;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the model of the last order in memory, so that the next order on it starts at once. Lives
 * on the lane; closed before the accelerator is.
 */
final class ModelShelf implements AutoCloseable {

    private final TokenizerFiles tokenizers;
    private @Nullable LoadedModel loaded;

    ModelShelf(TokenizerFiles tokenizers) {
        this.tokenizers = tokenizers;
    }

    /** That model, from memory or from its files; another one in memory is freed first. */
    LoadedModel take(
            Torch torch,
            ComputeDevice device,
            ModelChoice choice,
            Checkpoint checkpoint,
            ProgressListener progress,
            CancelToken cancel) {
        LoadedModel kept = loaded;
        if (kept != null
                && kept.choice().equals(choice)
                && kept.model().checkpoint().isUnchanged()) {
            return kept;
        }
        close();
        LoadedModel fresh =
                LoadedModel.load(torch, device, choice, checkpoint, tokenizers, progress, cancel);
        loaded = fresh;
        return fresh;
    }

    @Override
    public void close() {
        LoadedModel kept = loaded;
        loaded = null;
        if (kept != null) {
            kept.close();
            NativeMemory.trim();
        }
    }
}
