package atelier.service.training;

import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.Checkpointing;
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

    private PlanReader() {}

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
        int batch = (int) reader.whole("batchSize", 1, 1, 256);
        int accumulation = (int) reader.whole("gradientAccumulation", 1, 1, 1024);
        int rank = (int) reader.whole("rank", 16, 1, 1024);
        TrainingPlan plan =
                new TrainingPlan(
                        (int)
                                reader.whole(
                                        "steps",
                                        steps(pictures, batch * accumulation),
                                        1,
                                        MOST_STEPS),
                        reader.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                        reader.choice(
                                "targets",
                                TrainingTargets.ATTENTION,
                                List.of(TrainingTargets.values())),
                        rank,
                        reader.real("alpha", rank, 1e-3, 1e5),
                        Optimizers.get(reader.text("optimizer", "adamw")).id(),
                        reader.real("learningRate", 1e-4, 1e-12, 100),
                        LearningRateSchedules.get(reader.text("learningRateSchedule", "constant"))
                                .id(),
                        (int) reader.whole("warmUpSteps", 0, 0, MOST_STEPS),
                        reader.real("weightDecay", 0.01, 0, 100),
                        reader.real("maxGradientNorm", 1, 0, 1e9),
                        batch,
                        accumulation,
                        (int) reader.whole("resolution", resolution, 64, 4096),
                        reader.choice("upscale", true, List.of(true, false)),
                        reader.real("minSnrGamma", 5, 0, 1000),
                        reader.real("noiseOffset", 0, 0, 1),
                        reader.choice(
                                "checkpointing",
                                Checkpointing.AUTO,
                                List.of(Checkpointing.values())),
                        reader.choice(
                                "precision",
                                AdapterPrecision.FP16,
                                List.of(AdapterPrecision.values())));
        reader.requireNoOther();
        return plan;
    }

    private static long steps(int pictures, int picturesPerStep) {
        int passes = Math.clamp((long) PASSES_PER_PICTURE * pictures, FEWEST_PASSES, MOST_PASSES);
        return Math.ceilDiv(passes, picturesPerStep);
    }
}
