package atelier.service.starter.build;

import atelier.engine.convnet.FaceDetectorOnnx;
import atelier.engine.convnet.FaceGrid;
import atelier.engine.face.FaceDetector;
import atelier.engine.face.FaceDetectors;
import atelier.engine.onnx.OnnxRuntime;
import atelier.engine.sampler.Seeds;
import atelier.engine.training.network.FaceDetectorDesign;
import atelier.engine.training.network.FaceScenes;
import atelier.engine.training.network.NetworkDesign;
import atelier.engine.weights.FloatTensor;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.degradation.Degradations;
import atelier.service.starter.painter.Dice;
import atelier.service.starter.scene.Scene;
import atelier.service.starter.scene.SceneComposer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Trains a detector of painted faces, on scenes that portraits are put into. */
final class FaceDetectorStage implements Stage<FaceScenes> {

    private static final String HELD_OUT = "held-out to find";
    private static final double WORSE = 0.3;
    private static final int COLOURS = 3;
    private static final int BYTE = 0xff;

    private final StageContext context;
    private final FaceDetectorSettings settings;
    private final Degradations degradations;
    private final FaceGrid grid;
    private final SceneComposer scenes;

    /**
     * How the network is used.
     *
     * @param network what it is
     * @param side pixels of a side of the pictures that it takes
     */
    private record Config(String network, int side) {}

    /** Makes it ready to train; see {@link StageType}. */
    static Stage<?> open(StageContext context, ProgressListener progress, CancelToken cancel) {
        return new FaceDetectorStage(
                context,
                RecipeFile.settings(context.recipe(), FaceDetectorSettings.class),
                progress,
                cancel);
    }

    private FaceDetectorStage(
            StageContext context,
            FaceDetectorSettings settings,
            ProgressListener progress,
            CancelToken cancel) {
        this.context = context;
        this.settings = settings;
        this.degradations = new Degradations(settings.degradation());
        this.grid = new FaceGrid(settings.scenes().side());
        this.scenes = scenes(context.seed(), settings.pictures(), progress, cancel);
    }

    private SceneComposer scenes(
            long seed, int pictures, ProgressListener progress, CancelToken cancel) {
        SamplePortraits row = new SamplePortraits(seed);
        return new SceneComposer(
                CutOuts.people(row, pictures, settings.painted(), progress, cancel),
                CutOuts.places(row.from(pictures), pictures, settings.painted(), progress, cancel),
                settings.scenes());
    }

    @Override
    public NetworkDesign<FaceScenes> design() {
        return new FaceDetectorDesign(settings.network(), settings.loss());
    }

    @Override
    public Map<String, FloatTensor> present() {
        throw context.beginsAtRandom();
    }

    @Override
    public FaceScenes batch(long step) {
        return TrainingPair.batch(
                context,
                step,
                settings.batch(),
                settings.scenes().side(),
                this::pair,
                FaceScenes::new);
    }

    private TrainingPair pair(long seed) {
        Scene scene = scene(scenes, seed);
        return new TrainingPair(input(scene.picture()), grid.wanted(scene.faces()));
    }

    /** A scene, sometimes made worse. */
    private Scene scene(SceneComposer composer, long seed) {
        Scene scene = composer.compose(seed);
        return new Dice(seed, "whether worse").happens(WORSE)
                ? new Scene(degradations.of(scene.picture(), seed), scene.faces())
                : scene;
    }

    /** [3, side, side], blue, green and red from 0 to 255. */
    private static float[] input(BufferedImage picture) {
        int side = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, side, side, null, 0, side);
        float[] planes = new float[COLOURS * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                planes[colour * pixels.length + i] = (pixels[i] >> (8 * colour)) & BYTE;
            }
        }
        return planes;
    }

    @Override
    public SequencedMap<String, Object> finish(
            SequencedMap<String, FloatTensor> weights,
            ProgressListener progress,
            CancelToken cancel) {
        OnnxFolder files = StarterFiles.faceDetector(context.out());
        int side = settings.scenes().side();
        files.write(
                FaceDetectorOnnx.of(settings.network(), side, weights),
                new Config("face-detector", side));
        long unseen = Seeds.of(context.seed(), 0, HELD_OUT);
        SceneComposer others = scenes(unseen, settings.heldOut(), progress, cancel);
        List<Scene> composed =
                IntStream.range(0, settings.heldOut())
                        .mapToObj(i -> scene(others, Seeds.of(unseen, i, HELD_OUT)))
                        .toList();
        try (FaceDetector detector =
                FaceDetectors.open(OnnxRuntime.onCpu(context.torch().lane()), files.network())) {
            return new FoundFaces(detector, progress, cancel).measure(composed, context.sheet());
        }
    }

    @Override
    public void close() {
        // The pictures are in the heap alone.
    }
}
