package atelier.service.starter.build;

import atelier.engine.clip.PicturePixels;
import atelier.engine.clip.PictureTowerOnnx;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.sdxl.Autoencoder;
import atelier.engine.torch.ComputeType;
import atelier.engine.training.network.ClassifierDesign;
import atelier.engine.training.network.LabelledPictures;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.weights.Component;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.VaeFile;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.starter.Portrait;
import atelier.model.starter.PortraitAttribute;
import atelier.service.starter.SamplePortraits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Trains a classifier that tells each attribute of a painted portrait. */
final class ClassifierStage implements Stage<LabelledPictures> {

    private static final List<Softening> SOFTENINGS = List.of(Softening.values());
    private static final String HELD_OUT = "held-out to classify";

    private final StageContext context;
    private final ClassifierSettings settings;
    private final ClassifierDesign design;
    private final PicturePool pool;

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        ClassifierSettings settings =
                RecipeFile.settings(context.recipe(), ClassifierSettings.class);
        return new ClassifierStage(context, settings, progress, cancel);
    }

    private ClassifierStage(
            StageContext context,
            ClassifierSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        List<Integer> answers = AttributeClassifier.answers();
        this.design =
                new ClassifierDesign(
                        settings.tower(answers.stream().mapToInt(Integer::intValue).sum()),
                        answers,
                        settings.smoothing());
        this.pool =
                PicturePool.paint(
                        new SamplePortraits(context.seed()),
                        settings.pictures(),
                        settings.side(),
                        progress,
                        cancel);
    }

    @Override
    public NetworkDesign<LabelledPictures> design() {
        return design;
    }

    @Override
    public Map<String, FloatTensor> present() {
        throw context.beginsAtRandom();
    }

    @Override
    public LabelledPictures batch(long step) {
        List<float[]> pictures = new ArrayList<>();
        List<int[]> labels = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
            TorchRandom random = new TorchRandom(context.pictureSeed(step, i));
            int place = random.integers(pool.count(), 1)[0];
            int[] moves = random.integers(2 * settings.shift() + 1, 2);
            int[] pixels = pool.pixels(place);
            Softening softening = SOFTENINGS.get(random.integers(SOFTENINGS.size(), 1)[0]);
            pictures.add(
                    PicturePixels.normalized(
                            softening.of(
                                    Shift.of(
                                            pixels,
                                            settings.side(),
                                            moves[0] - settings.shift(),
                                            moves[1] - settings.shift()),
                                    settings.side())));
            labels.add(labels(pool.portrait(place).portrait()));
        }
        return new LabelledPictures(settings.side(), pictures, labels);
    }

    private static int[] labels(Portrait portrait) {
        return PortraitAttribute.ALL.stream()
                .mapToInt(attribute -> attribute.label(portrait))
                .toArray();
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        AttributeClassifier.write(
                context.out(), PictureTowerOnnx.of(design.tower(), weights, 0), settings.side());
        PicturePool others =
                PicturePool.paint(
                        new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT)),
                        settings.heldOut(),
                        settings.side(),
                        progress,
                        cancel);
        AttributeTally tally = new AttributeTally();
        try (AttributeClassifier classifier =
                AttributeClassifier.open(context.torch().lane(), context.out())) {
            for (int i = 0; i < others.count(); i++) {
                cancel.check();
                tally.add(
                        others.portrait(i).portrait(),
                        PortraitAttribute.ALL,
                        classifier.labels(others.pixels(i)));
            }
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("pictures", others.count());
            figures.put("accuracy", tally.mean());
            figures.put("accuracies", tally.each());
            figures.putAll(restored(classifier, others, progress, cancel));
            return figures;
        }
    }

    /** How much the autoencoder keeps of what it tells, where the model has one already. */
    private SequencedMap<String, Object> restored(
            AttributeClassifier classifier,
            PicturePool pictures,
            ProgressListener progress,
            CancelToken cancel) {
        Optional<Path> model = context.findModelWith(Component.VAE.folder());
        if (model.isEmpty()) {
            return new LinkedHashMap<>();
        }
        try (Autoencoder autoencoder =
                Autoencoder.load(
                        context.torch(),
                        VaeFile.open(model.get().resolve(Component.VAE.folder())),
                        ComputeType.FLOAT32,
                        cancel)) {
            return new Reconstructions(autoencoder.codec(), pictures, progress, cancel)
                    .attributesKept(classifier);
        }
    }

    @Override
    public void close() {
        // The pool is in the heap alone.
    }
}
