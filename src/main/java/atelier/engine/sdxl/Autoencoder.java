package atelier.engine.sdxl;

import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Component;
import atelier.engine.weights.FiniteWeights;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;

/** An autoencoder without the rest of a model, ready to run. Everything runs on the lane. */
public final class Autoencoder implements AutoCloseable {

    private final ComponentWeights weights;
    private final Vae vae;
    private final LatentCodec codec;

    private Autoencoder(Torch torch, VaeFile file, ComponentWeights weights, ComputeType type) {
        this.weights = weights;
        this.vae = new Vae(torch, file.config(), weights.arrays());
        this.codec = new LatentCodec(torch, vae, type);
    }

    /**
     * Loads it.
     *
     * @param type what it computes in; never fp16, as its values overflow there
     * @throws atelier.model.AtelierException if a weight is not finite or cannot be read
     */
    public static Autoencoder load(
            Torch torch, VaeFile file, ComputeType type, CancelToken cancel) {
        FiniteWeights.require(file.weights().values(), cancel);
        return new Autoencoder(
                torch,
                file,
                ComponentWeights.load(
                        torch,
                        file.weights(),
                        Component.VAE.label(),
                        type,
                        ProgressListener.NONE,
                        cancel),
                type);
    }

    /** Its sizes. */
    public VaeConfig config() {
        return vae.config();
    }

    /** Pictures to latents and back. */
    public LatentCodec codec() {
        return codec;
    }

    @Override
    public void close() {
        vae.close();
        weights.close();
    }
}
