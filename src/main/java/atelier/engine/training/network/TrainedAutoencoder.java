package atelier.engine.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.Vae;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.weights.VaeConfig;
import atelier.model.job.CancelToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An autoencoder over weights that are trained: pictures to latents, drawn at random, and back. */
final class TrainedAutoencoder implements TrainedNetwork<PictureBatch> {

    private static final long COLOURS = 3;
    private static final List<String> PARTS =
            List.of("absolute", "squared", "edges", "colours", "divergence");

    private final Torch torch;
    private final VaeConfig config;
    private final AutoencoderLoss loss;
    private final ComputeType type;
    private final Vae vae;
    private final Program program;

    TrainedAutoencoder(
            Torch torch,
            VaeConfig config,
            AutoencoderLoss loss,
            Map<String, NDArray> weights,
            ComputeType type) {
        this.torch = torch;
        this.config = config;
        this.loss = loss;
        this.type = type;
        this.vae = new Vae(torch, config, weights);
        this.program = torch.load("training/autoencoder");
    }

    @Override
    public Losses losses(NDManager owner, PictureBatch batch, CancelToken cancel) {
        NDArray pictures =
                torch.rows(owner, batch.pictures(), COLOURS, batch.height(), batch.width());
        NDArray noise =
                torch.rows(
                        owner,
                        batch.noise(),
                        config.latentChannels(),
                        (long) batch.height() / config.reduction(),
                        (long) batch.width() / config.reduction());
        NDArray moments =
                torch.cast(
                        owner,
                        vae.encode(owner, torch.cast(owner, pictures, type), cancel),
                        ComputeType.FLOAT32);
        NDArray latents = torch.cast(owner, program.call(owner, "sample", moments, noise), type);
        NDArray restored = vae.decode(owner, latents, cancel);
        NDArray factors =
                torch.reals(
                        owner,
                        loss.absolute(),
                        loss.squared(),
                        loss.edges(),
                        loss.colours(),
                        loss.divergence());
        NDList found =
                program.callMany(
                        owner, "losses", List.of(List.of(restored)), pictures, moments, factors);
        SequencedMap<String, NDArray> parts = new LinkedHashMap<>();
        for (int i = 0; i < PARTS.size(); i++) {
            parts.put(PARTS.get(i), found.get(i + 1));
        }
        return new Losses(found.get(0), parts);
    }

    @Override
    public void close() {
        vae.close();
        program.close();
    }
}
