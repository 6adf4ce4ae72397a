package atelier.service.starter.build;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.Autoencoder;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.network.AutoencoderDesign;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.training.network.PictureBatch;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.engine.weights.NetworkFolder;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Trains the autoencoder to give painted portraits back: on parts of them, then on whole ones. */
final class AutoencoderStage implements Stage<PictureBatch> {

    private static final int COLOURS = 3;
    private static final int LATENT_CHANNELS = 4;
    private static final String HELD_OUT = "held-out";

    private final StageContext context;
    private final AutoencoderSettings settings;
    private final VaeConfig config;
    private final PicturePool pool;

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        AutoencoderSettings settings =
                RecipeFile.settings(context.recipe(), AutoencoderSettings.class);
        settings.check(context.recipe().name());
        return new AutoencoderStage(context, settings, progress, cancel);
    }

    private AutoencoderStage(
            StageContext context,
            AutoencoderSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        this.config = config(1);
        this.pool =
                PicturePool.paint(
                        new SamplePortraits(context.seed()),
                        settings.pictures(),
                        settings.side(),
                        progress,
                        cancel);
    }

    private VaeConfig config(double scalingFactor) {
        return new VaeConfig(
                COLOURS,
                LATENT_CHANNELS,
                settings.widths(),
                settings.layersPerBlock(),
                settings.normGroups(),
                scalingFactor);
    }

    @Override
    public NetworkDesign<PictureBatch> design() {
        return new AutoencoderDesign(config, settings.loss());
    }

    @Override
    public Map<String, FloatTensor> present() {
        Path model = context.modelWith(Component.VAE.folder());
        return FloatTensorFile.read(new NetworkFolder(model).weights(Component.VAE));
    }

    @Override
    public PictureBatch batch(long step) {
        AutoencoderSettings.Phase phase = settings.phase(step, context.recipe().steps());
        int crop = phase.crop();
        int most = settings.side() - crop + 1;
        int latents = crop / config.reduction();
        List<float[]> pictures = new ArrayList<>();
        List<float[]> noise = new ArrayList<>();
        for (int i = 0; i < phase.batch(); i++) {
            TorchRandom random = new TorchRandom(context.pictureSeed(step, i));
            pictures.add(
                    pool.crop(
                            random.integers(pool.count(), 1)[0],
                            random.integers(most, 1)[0],
                            random.integers(most, 1)[0],
                            crop,
                            random.integers(2, 1)[0] == 1));
            noise.add(random.normal(LATENT_CHANNELS * latents * latents));
        }
        return new PictureBatch(crop, crop, pictures, noise);
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        NetworkFolder folder = new NetworkFolder(context.out());
        folder.writeVae(config, settings.side(), weights);
        try (Autoencoder written = load(cancel)) {
            double factor = 1 / Reconstructions.latentDeviation(written.codec(), pool, cancel);
            folder.writeVae(config(factor), settings.side(), weights);
        }
        PicturePool others =
                PicturePool.paint(
                        new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT)),
                        settings.heldOut(),
                        settings.side(),
                        progress,
                        cancel);
        try (Autoencoder written = load(cancel)) {
            Reconstructions reconstructions =
                    new Reconstructions(written.codec(), others, progress, cancel);
            SequencedMap<String, Object> figures = reconstructions.measure(context.sheet());
            Optional<Path> told = context.findModelWith(AttributeClassifier.FOLDER);
            if (told.isPresent()) {
                try (AttributeClassifier classifier =
                        AttributeClassifier.open(context.torch().lane(), told.get())) {
                    figures.putAll(reconstructions.attributesKept(classifier));
                }
            }
            return figures;
        }
    }

    private Autoencoder load(CancelToken cancel) {
        return Autoencoder.load(
                context.torch(),
                VaeFile.open(context.out().resolve(Component.VAE.folder())),
                ComputeType.FLOAT32,
                cancel);
    }

    @Override
    public void close() {
        // The pool is in the heap alone.
    }
}
