package atelier.service.training;

import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.optimizers.Optimizers;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.AdapterSettings;
import atelier.model.training.Checkpointing;
import atelier.model.training.DeltaSettings;
import atelier.model.training.LossSettings;
import atelier.model.training.MaskUse;
import atelier.model.training.NoiseSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.PictureSettings;
import atelier.model.training.ProdigySettings;
import atelier.model.training.RateSettings;
import atelier.model.training.SavingSettings;
import atelier.model.training.StepSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingPlan;
import atelier.model.training.TrainingTargets;
import java.util.Map;

/**
 * Makes a plan of what the user set, as {@link PlanTable} allows it, and of defaults for all else.
 */
final class PlanReader {

    private static final int PASSES_PER_PICTURE = 100;
    private static final int FEWEST_PASSES = 1500;
    private static final int MOST_PASSES = 3000;

    /** How many checkpoints a run makes. */
    private static final int CHECKPOINTS = 10;

    /** The learning rate rises over a twentieth of the steps. */
    private static final int WARM_UP_PART = 20;

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
        return new PlanReader(new SettingReader(sets)).plan(pictures, resolution);
    }

    private TrainingPlan plan(int pictures, int resolution) {
        StepSettings step = step();
        int steps = (int) reader.whole("steps", steps(pictures, step.picturesPerStep()));
        return new TrainingPlan(
                steps,
                reader.whole("seed", 0),
                adapter(),
                optimization(),
                rate(steps),
                step,
                new PictureSettings(
                        (int) reader.whole("resolution", resolution), reader.flag("upscale", true)),
                loss(),
                noise(),
                new SavingSettings(
                        (int) reader.whole("checkpointEvery", Math.ceilDiv(steps, CHECKPOINTS))));
    }

    private static long steps(int pictures, int picturesPerStep) {
        int passes = Math.clamp((long) PASSES_PER_PICTURE * pictures, FEWEST_PASSES, MOST_PASSES);
        return Math.ceilDiv(passes, picturesPerStep);
    }

    private AdapterSettings adapter() {
        return new AdapterSettings(
                reader.choice("targets", TrainingTargets.TRANSFORMERS),
                delta(),
                reader.choice("precision", AdapterPrecision.FP16));
    }

    private DeltaSettings delta() {
        int rank = (int) reader.whole("rank", 16);
        double alpha = reader.real("alpha", rank);
        int convRank = (int) reader.whole("convRank", rank);
        return new DeltaSettings(
                reader.choice("method", TrainingMethod.LORA),
                reader.flag("dora", false),
                rank,
                alpha,
                convRank,
                // As strong as the other layers.
                reader.real("convAlpha", convRank * alpha / rank),
                (int) reader.whole("lokrFactor", DeltaSettings.AS_SQUARE_AS_POSSIBLE));
    }

    private OptimizerSettings optimization() {
        OptimizerType type = Optimizers.get(reader.word("optimizer", "adamw"));
        AdafactorSettings adafactor = adafactor(type.usual().adafactor());
        OptimizerSettings usual = type.usual().with(adafactor);
        return new OptimizerSettings(
                usual.optimizer(),
                reader.real("learningRate", type.usualRate(usual)),
                reader.real("weightDecay", usual.weightDecay()),
                reader.flag("decoupledDecay", usual.decoupledDecay()),
                reader.real("beta1", usual.beta1()),
                reader.real("beta2", usual.beta2()),
                reader.real("epsilon", usual.epsilon()),
                prodigy(usual.prodigy()),
                adafactor);
    }

    private ProdigySettings prodigy(ProdigySettings usual) {
        return new ProdigySettings(
                reader.real("d0", usual.d0()),
                reader.real("dCoef", usual.dCoef()),
                reader.real("growthRate", usual.growthRate()),
                reader.flag("biasCorrection", usual.biasCorrection()),
                reader.flag("safeguardWarmUp", usual.safeguardWarmUp()));
    }

    private AdafactorSettings adafactor(AdafactorSettings usual) {
        return new AdafactorSettings(
                reader.flag("relativeStep", usual.relativeStep()),
                reader.flag("scaleParameter", usual.scaleParameter()),
                reader.flag("warmUpInit", usual.warmUpInit()));
    }

    private RateSettings rate(int steps) {
        return new RateSettings(
                reader.word("learningRateSchedule", "constant"),
                (int) reader.whole("warmUpSteps", steps / WARM_UP_PART),
                (int) reader.whole("cycles", 3));
    }

    private LossSettings loss() {
        boolean debiased = reader.flag("debiasedEstimation", false);
        return new LossSettings(
                // Both even out the noise levels: who sets one wants that one.
                reader.real("minSnrGamma", debiased ? 0 : 5),
                debiased,
                reader.choice("maskedLoss", MaskUse.PLAIN),
                reader.real("priorLossWeight", 1));
    }

    private NoiseSettings noise() {
        return new NoiseSettings(
                reader.real("noiseOffset", 0),
                (int) reader.whole("multiresNoiseIterations", 0),
                reader.real("multiresNoiseDiscount", 0.3));
    }

    private StepSettings step() {
        return new StepSettings(
                (int) reader.whole("batchSize", 1),
                (int) reader.whole("gradientAccumulation", 1),
                reader.real("maxGradientNorm", 1),
                reader.choice("checkpointing", Checkpointing.AUTO));
    }
}
