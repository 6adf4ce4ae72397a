package atelier.service.starter.build;

import atelier.engine.convnet.PictureUNetOnnx;
import atelier.engine.face.FaceRestorer;
import atelier.engine.face.Restorers;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.sampler.Seeds;
import atelier.engine.torch.Lane;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.training.network.PicturePairs;
import atelier.engine.training.network.PictureUNetDesign;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.degradation.Degradations;
import atelier.service.starter.painter.Dice;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Trains a network to restore painted faces that are blurred, small, noisy and compressed. */
final class RestorerStage implements Stage<PicturePairs> {

    private static final String HELD_OUT = "held-out to restore";
    private static final String CLIP = "clip";

    /** It knows none; any will do. */
    private static final double FIDELITY = 1;

    private final StageContext context;
    private final RestorerSettings settings;
    private final Degradations degradations;
    private final AlignedFaces faces;
    private final PicturePool pool;

    /**
     * How the network is used.
     *
     * @param network what it is
     * @param template how faces are aligned
     * @param side pixels of a side of the faces that it takes
     */
    private record Config(String network, String template, int side) {}

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        return new RestorerStage(
                context,
                RecipeFile.settings(context.recipe(), RestorerSettings.class),
                progress,
                cancel);
    }

    private RestorerStage(
            StageContext context,
            RestorerSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        this.degradations = new Degradations(settings.degradation());
        this.faces = new AlignedFaces(settings.painted(), settings.side());
        this.pool =
                faces.paint(
                        new SamplePortraits(context.seed()), settings.pictures(), progress, cancel);
    }

    @Override
    public NetworkDesign<PicturePairs> design() {
        return new PictureUNetDesign(settings.config(), settings.loss());
    }

    @Override
    public Map<String, FloatTensor> present() {
        throw context.beginsAtRandom();
    }

    @Override
    public PicturePairs batch(long step) {
        return TrainingPair.batch(
                context, step, settings.batch(), settings.crop(), this::pair, PicturePairs::new);
    }

    /** A part of a face, as there are more updates in the same time where pictures are small. */
    private TrainingPair pair(long seed) {
        Dice dice = new Dice(seed, "face");
        int crop = settings.crop();
        int room = settings.side() - crop + 1;
        BufferedImage part =
                PictureScaler.cut(
                        pool.image(dice.below(pool.count())),
                        dice.below(room),
                        dice.below(room),
                        crop,
                        crop);
        return new TrainingPair(Pixels.planes(degradations.of(part, seed)), Pixels.planes(part));
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        OnnxFolder files = StarterFiles.faceRestorer(context.out());
        files.write(
                PictureUNetOnnx.of(settings.config(), weights, "output"),
                new Config(
                        "face-restorer",
                        AlignedFaces.TEMPLATE.name().toLowerCase(Locale.ROOT),
                        settings.side()));
        PicturePool others =
                faces.paint(
                        new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT)),
                        settings.heldOut(),
                        progress,
                        cancel);
        Lane lane = context.torch().lane();
        SequencedMap<String, Features> features = new LinkedHashMap<>();
        try (FaceRestorer restorer =
                Restorers.get("starter").open(OnnxRuntime.onCpu(lane), files.network(), FIDELITY)) {
            context.findModelWith(CLIP)
                    .ifPresent(model -> features.put(CLIP, Features.ofTower(lane, model)));
            context.findModelWith(AttributeClassifier.FOLDER)
                    .ifPresent(model ->
                            features.put("attributes", Features.ofAttributes(lane, model)));
            return new RestoredFaces(restorer, degradations, features, progress, cancel)
                    .measure(others, context.seed(), context.sheet());
        } finally {
            features.values().forEach(Features::close);
        }
    }

    @Override
    public void close() {
        // The pool is in the heap alone.
    }
}
