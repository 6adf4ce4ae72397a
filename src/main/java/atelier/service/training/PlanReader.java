package atelier.service.training;

import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.AdapterSettings;
import atelier.model.training.Checkpointing;
import atelier.model.training.LossSettings;
import atelier.model.training.NoiseSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.PictureSettings;
import atelier.model.training.RateSettings;
import atelier.model.training.StepSettings;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingTargets;
import java.util.List;
import java.util.Map;

/** Makes a plan of what the user set and of defaults for all else. */
final class PlanReader {

    private static final long MOST_STEPS = 10_000_000;
    private static final int PASSES_PER_PICTURE = 100;
    private static final int FEWEST_PASSES = 1500;
    private static final int MOST_PASSES = 3000;

    /** The largest share that is not the whole. */
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private final SettingReader reader;

    private PlanReader(SettingReader reader) {
        this.reader = reader;
    }

    /**
     * The plan.
     *
     * @param pictures how many there are, from which the default number of steps follows: each is
     *     seen about a hundred times
     * @param resolution that the model was made for
     * @throws atelier.model.AtelierException if a setting is unknown or out of range
     */
    static TrainingPlan read(Map<String, String> sets, int pictures, int resolution) {
        SettingReader reader = new SettingReader(sets);
        TrainingPlan plan = new PlanReader(reader).plan(pictures, resolution);
        reader.requireNoOther();
        return plan;
    }

    private TrainingPlan plan(int pictures, int resolution) {
        StepSettings step = step();
        long steps = steps(pictures, step.picturesPerStep());
        return new TrainingPlan(
                (int) reader.whole("steps", steps, 1, MOST_STEPS),
                reader.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                adapter(),
                optimization(),
                rate(),
                step,
                new PictureSettings(
                        (int) reader.whole("resolution", resolution, 64, 4096),
                        reader.flag("upscale", true)),
                new LossSettings(reader.real("minSnrGamma", 5, 0, 1000)),
                new NoiseSettings(reader.real("noiseOffset", 0, 0, 1)));
    }

    private static long steps(int pictures, int picturesPerStep) {
        int passes = Math.clamp((long) PASSES_PER_PICTURE * pictures, FEWEST_PASSES, MOST_PASSES);
        return Math.ceilDiv(passes, picturesPerStep);
    }

    private AdapterSettings adapter() {
        int rank = (int) reader.whole("rank", 16, 1, 1024);
        return new AdapterSettings(
                reader.choice(
                        "targets", TrainingTargets.ATTENTION, List.of(TrainingTargets.values())),
                rank,
                reader.real("alpha", rank, 1e-3, 1e5),
                reader.choice(
                        "precision", AdapterPrecision.FP16, List.of(AdapterPrecision.values())));
    }

    private OptimizerSettings optimization() {
        OptimizerSettings usual = Optimizers.get(reader.text("optimizer", "adamw")).usual();
        return new OptimizerSettings(
                usual.optimizer(),
                reader.real("learningRate", usual.learningRate(), 1e-12, 100),
                reader.real("weightDecay", usual.weightDecay(), 0, 100),
                reader.real("beta1", usual.beta1(), 0, BELOW_ONE),
                reader.real("beta2", usual.beta2(), 0, BELOW_ONE),
                reader.real("epsilon", usual.epsilon(), 1e-38, 1));
    }

    private RateSettings rate() {
        return new RateSettings(
                LearningRateSchedules.get(reader.text("learningRateSchedule", "constant")).id(),
                (int) reader.whole("warmUpSteps", 0, 0, MOST_STEPS));
    }

    private StepSettings step() {
        return new StepSettings(
                (int) reader.whole("batchSize", 1, 1, 256),
                (int) reader.whole("gradientAccumulation", 1, 1, 1024),
                reader.real("maxGradientNorm", 1, 0, 1e9),
                reader.choice(
                        "checkpointing", Checkpointing.AUTO, List.of(Checkpointing.values())));
    }
}
