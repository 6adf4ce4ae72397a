package atelier.service.starter.build;

import atelier.engine.convnet.PictureUNetOnnx;
import atelier.engine.mask.SubjectMatting;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.sampler.Seeds;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.training.network.PicturePairs;
import atelier.engine.training.network.PictureUNetDesign;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.degradation.Degradations;
import atelier.service.starter.painter.Dice;
import atelier.service.starter.scene.CutOut;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Trains a network to tell painted persons from what is behind them. */
final class MattingStage implements Stage<PicturePairs> {

    private static final String HELD_OUT = "held-out to cut out";
    private static final double WORSE = 0.5;

    private final StageContext context;
    private final MattingSettings settings;
    private final Degradations degradations;
    private final List<CutOut> pool;

    /**
     * How the network is used.
     *
     * @param network what it is
     * @param side pixels of a side of the pictures that it takes
     */
    private record Config(String network, int side) {}

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        return new MattingStage(
                context,
                RecipeFile.settings(context.recipe(), MattingSettings.class),
                progress,
                cancel);
    }

    private MattingStage(
            StageContext context,
            MattingSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        this.degradations = new Degradations(settings.degradation());
        this.pool =
                CutOuts.people(
                        new SamplePortraits(context.seed()),
                        settings.pictures(),
                        settings.side(),
                        progress,
                        cancel);
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
                context, step, settings.batch(), settings.side(), this::pair, PicturePairs::new);
    }

    private TrainingPair pair(long seed) {
        Dice dice = new Dice(seed, "matte");
        int side = settings.side();
        int most = settings.shift();
        int[] pixels =
                Shift.of(
                        dice.pick(pool).argb(),
                        side,
                        dice.below(2 * most + 1) - most,
                        dice.below(2 * most + 1) - most);
        BufferedImage picture = CutOut.opaque(pixels, side);
        return new TrainingPair(
                Mattes.input(dice.happens(WORSE) ? degradations.of(picture, seed) : picture),
                CutOut.shares(pixels));
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        OnnxFolder files = StarterFiles.matting(context.out());
        files.write(
                PictureUNetOnnx.of(settings.config(), weights, "alpha"),
                new Config("matting", settings.side()));
        List<CutOut> others =
                CutOuts.people(
                        new SamplePortraits(Seeds.of(context.seed(), 0, HELD_OUT)),
                        settings.heldOut(),
                        settings.side(),
                        progress,
                        cancel);
        try (SubjectMatting matting =
                SubjectMatting.open(OnnxRuntime.onCpu(context.torch().lane()), files.network())) {
            return new Mattes(matting, progress, cancel).measure(others, context.sheet());
        }
    }

    @Override
    public void close() {
        // The pool is in the heap alone.
    }
}
