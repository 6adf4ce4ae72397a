package atelier.service.starter.build;

import atelier.engine.sampler.SchedulerConfig;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.sdxl.TextStates;
import atelier.engine.sdxl.prompt.PromptChunks;
import atelier.engine.sdxl.prompt.TokenizerFiles;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.losses.Batch;
import atelier.engine.training.losses.Caption;
import atelier.engine.training.losses.Example;
import atelier.engine.training.network.DenoiserDesign;
import atelier.engine.training.network.Initialization;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.weights.Checkpoint;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.engine.weights.NetworkFolder;
import atelier.engine.weights.TextEncoderConfig;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeFile;
import atelier.model.generation.SizeConditioning;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.caption.CaptionWriter;
import atelier.service.starter.painter.Painter;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Trains the UNet to paint what captions say, on latents and text that the other parts make. */
final class DenoiserStage implements Stage<Batch> {

    private static final int TIMESTEPS = 1000;
    private static final String HELD_OUT = "held-out to generate";

    private final StageContext context;
    private final DenoiserSettings settings;
    private final NetworkFolder folder;
    private final DenoiserDesign design;
    private final VaeConfig vae;
    private final SdxlModel model;
    private final SamplePortraits row;
    private final LatentPool latents;
    private final CaptionWriter captions;
    private final Painter painter = new Painter();
    private final SizeConditioning sizes;

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        DenoiserSettings settings = RecipeFile.settings(context.recipe(), DenoiserSettings.class);
        ModelParts.bring(context, ModelParts.BESIDE_THE_UNET);
        if (settings.generations() > 0) {
            // Said before the training, not hours later.
            context.modelWith(AttributeClassifier.FOLDER);
        }
        return new DenoiserStage(context, settings, progress, cancel);
    }

    private DenoiserStage(
            StageContext context,
            DenoiserSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        this.captions = new CaptionWriter(Set.of(), settings.leastSaid(), settings.mostSaid());
        this.folder = new NetworkFolder(context.out());
        this.sizes = SizeConditioning.of(settings.side(), settings.side());
        this.row = new SamplePortraits(context.seed());
        this.vae = VaeFile.open(context.out().resolve(Component.VAE.folder())).config();
        TextEncoderConfig first = folder.textEncoder(Component.TEXT_ENCODER_1);
        TextEncoderConfig second = folder.textEncoder(Component.TEXT_ENCODER_2);
        this.design =
                new DenoiserDesign(
                        settings.unet(
                                vae.latentChannels(),
                                first.hiddenSize() + second.hiddenSize(),
                                second.projectionSize()),
                        SchedulerConfig.SDXL,
                        settings.lossWeights());
        makeWhole();
        this.model =
                SdxlModel.load(
                        context.torch(),
                        Checkpoint.open(context.out()),
                        ComputeType.FLOAT32,
                        new TokenizerFiles(context.out()).open(context.out()),
                        progress,
                        cancel);
        this.latents =
                LatentPool.of(
                        kept(),
                        model.codec(),
                        row,
                        settings.pictures(),
                        settings.side(),
                        progress,
                        cancel);
    }

    /** The other parts can be loaded as a model only beside a UNet, be it untrained. */
    private void makeWhole() {
        if (!Files.exists(folder.weights(Component.UNET))) {
            Initialization random = design.initialization();
            SequencedMap<String, FloatTensor> weights = new LinkedHashMap<>();
            design.shapes()
                    .forEach((name, shape) ->
                            weights.put(
                                    name,
                                    new FloatTensor(shape, random.values(context.seed(), name))));
            write(weights);
        }
        folder.writeIndex();
    }

    private void write(SequencedMap<String, FloatTensor> weights) {
        folder.writeUNet(design.config(), settings.side() / vae.reduction(), weights);
    }

    private Path kept() {
        Path cache = context.out().resolve("cache");
        OutputFolder.prepare(cache);
        String made =
                "%s %d %d %d"
                        .formatted(
                                Sha256.ofFile(folder.weights(Component.VAE)),
                                context.seed(),
                                settings.pictures(),
                                settings.side());
        return cache.resolve("latents-%s.safetensors".formatted(Sha256.ofText(made)));
    }

    @Override
    public NetworkDesign<Batch> design() {
        return design;
    }

    @Override
    public Map<String, FloatTensor> present() {
        Path there = context.modelWith(Component.UNET.folder());
        return FloatTensorFile.read(new NetworkFolder(there).weights(Component.UNET));
    }

    @Override
    public Batch batch(long step) {
        List<TorchRandom> randoms = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<PromptChunks> texts = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
            TorchRandom random = new TorchRandom(context.pictureSeed(step, i));
            int place = random.integers(settings.pictures(), 1)[0];
            int variant = random.integers(settings.captions(), 1)[0];
            boolean silent = random.uniform(1)[0] < settings.captionDropout();
            randoms.add(random);
            places.add(place);
            texts.add(
                    new PromptChunks(
                            List.of(
                                    model.prompts()
                                            .truncated(silent ? "" : caption(place, variant)))));
        }
        int edge = settings.side() / vae.reduction();
        List<TextStates> states = model.text().encode(texts);
        TimestepDraw timesteps = new TimestepDraw(TIMESTEPS, settings.timestepFocus());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
            float[] clean = latents.at(places.get(i));
            TorchRandom random = randoms.get(i);
            int timestep = timesteps.draw(random);
            examples.add(
                    new Example(
                            clean,
                            new Caption.Encoded(states.get(i)),
                            sizes,
                            random.normal(clean.length),
                            timestep,
                            weights(places.get(i), edge),
                            1));
        }
        return new Batch(edge, edge, examples);
    }

    private float[] weights(int place, int edge) {
        SamplePortrait portrait = row.at(place);
        return new FaceWeights(settings.faceWeight())
                .of(
                        painter.points(portrait.portrait(), portrait.seed(), settings.side()),
                        settings.side(),
                        edge);
    }

    private String caption(int place, int variant) {
        SamplePortrait portrait = row.at(place);
        return captions.write(portrait.portrait(), Seeds.of(portrait.seed(), variant, "caption"))
                .text();
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        write(weights);
        SamplePortraits unseen = new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT));
        try (SdxlModel trained =
                SdxlModel.load(
                        context.torch(),
                        Checkpoint.open(context.out()),
                        context.device().type(),
                        model.prompts(),
                        progress,
                        cancel)) {
            return new AskedAttributes(context, settings, trained, unseen)
                    .measure(settings.generations(), context.sheet(), progress, cancel);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
