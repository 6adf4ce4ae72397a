package atelier.service.training;

import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.optimizers.Optimizers;
import atelier.model.AtelierException;
import atelier.model.training.AdafactorSettings;
import atelier.model.training.AdapterSettings;
import atelier.model.training.CaptionSettings;
import atelier.model.training.Checkpointing;
import atelier.model.training.LossSettings;
import atelier.model.training.NoiseSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.PictureSettings;
import atelier.model.training.ProdigySettings;
import atelier.model.training.RateSettings;
import atelier.model.training.SavingSettings;
import atelier.model.training.Speed;
import atelier.model.training.StepSettings;
import atelier.model.training.Subject;
import atelier.model.training.TextEncoderSettings;
import atelier.model.training.TrainingPlan;
import atelier.model.training.WatchSettings;
import java.util.List;
import java.util.Map;

/**
 * Makes a plan of what the user set, as {@link PlanTable} allows it, and of defaults for all else:
 * those of the {@link Preset} for the subject and speed that were set, and of the optimizer.
 */
final class PlanReader {

    /** How many checkpoints a run makes. */
    private static final int CHECKPOINTS = 10;

    /** The learning rate rises over a twentieth of the steps. */
    private static final int WARM_UP_PART = 20;

    /** How often a run is measured. */
    private static final int PROBES = 20;

    private final SettingReader reader;
    private final Subject subject;
    private final Speed speed;
    private final Preset preset;

    private PlanReader(SettingReader reader, int resolution) {
        this.reader = reader;
        this.subject = reader.choice("subject", Subject.GENERAL);
        this.speed = reader.choice("speed", Speed.BALANCED);
        this.preset = Presets.of(subject, speed, resolution);
    }

    /**
     * The plan.
     *
     * @param pictures how many there are, from which the default number of steps follows
     * @param resolution that the model was made for
     * @throws AtelierException if a setting is unknown or out of range
     */
    static TrainingPlan read(Map<String, String> sets, int pictures, int resolution) {
        return new PlanReader(new SettingReader(sets), resolution).plan(pictures);
    }

    private TrainingPlan plan(int pictures) {
        StepSettings step = step();
        int shown = preset.passes().of(pictures);
        int steps = (int) reader.whole("steps", Math.ceilDiv(shown, step.picturesPerStep()));
        AdapterSettings adapter = new AdapterReader(reader, preset).read();
        TrainingPlan plan = plan(steps, step, adapter);
        FullMethod.requireFit(plan);
        return plan;
    }

    private TrainingPlan plan(int steps, StepSettings step, AdapterSettings adapter) {
        return new TrainingPlan(
                subject,
                speed,
                steps,
                reader.whole("seed", 0),
                adapter,
                optimization(adapter.isFull()),
                new TextEncoderSettings(
                        reader.real("textEncoder1Rate", 0), reader.real("textEncoder2Rate", 0)),
                rate(steps),
                step,
                pictures(),
                captions(),
                loss(),
                noise(),
                new SavingSettings(checkpointEvery(steps), (int) reader.whole("keepLast", 3)),
                watching(steps));
    }

    private OptimizerSettings optimization(boolean full) {
        OptimizerType type =
                Optimizers.get(
                        reader.word("optimizer", full ? FullMethod.OPTIMIZER : Preset.OPTIMIZER));
        OptimizerSettings defaults = full ? FullMethod.usual(type.usual()) : type.usual();
        AdafactorSettings adafactor = adafactor(defaults.adafactor());
        OptimizerSettings usual = defaults.with(adafactor);
        return new OptimizerSettings(
                usual.optimizer(),
                reader.real(
                        "learningRate",
                        full && !adafactor.relativeStep()
                                ? FullMethod.LEARNING_RATE
                                : learningRate(type, usual)),
                reader.real("weightDecay", usual.weightDecay()),
                reader.flag("decoupledDecay", usual.decoupledDecay()),
                reader.real("beta1", usual.beta1()),
                reader.real("beta2", usual.beta2()),
                reader.real("epsilon", usual.epsilon()),
                prodigy(usual.prodigy()),
                adafactor);
    }

    private double learningRate(OptimizerType type, OptimizerSettings settings) {
        return type.id().equals(Preset.OPTIMIZER)
                ? preset.learningRate()
                : type.usualRate(settings);
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
                reader.word("learningRateSchedule", preset.schedule()),
                (int) reader.whole("warmUpSteps", steps / WARM_UP_PART),
                (int) reader.whole("cycles", 3));
    }

    private PictureSettings pictures() {
        List<Integer> sides = reader.wholes("resolutions", List.of());
        int resolution =
                (int)
                        reader.whole(
                                "resolution",
                                sides.isEmpty() ? preset.resolution() : sides.getFirst());
        if (!sides.isEmpty() && sides.getFirst() != resolution) {
            throw new AtelierException(
                    "The setting resolution is %d, but the largest of resolutions is %d: set one of the two alone."
                            .formatted(resolution, sides.getFirst()));
        }
        return new PictureSettings(
                resolution,
                sides.isEmpty() ? preset.resolutions(resolution) : sides,
                reader.flag("upscale", true),
                reader.flag("subjectCrop", preset.subjectCrop()),
                reader.flag("flip", preset.flip()));
    }

    private CaptionSettings captions() {
        return new CaptionSettings(
                reader.real("captionDropout", 0.05),
                reader.flag("shuffleCaption", false),
                (int) reader.whole("keepTokens", 0),
                reader.real("tagDropout", 0));
    }

    private LossSettings loss() {
        boolean debiased = reader.flag("debiasedEstimation", false);
        return new LossSettings(
                // Both even out the noise levels: who sets one wants that one.
                reader.real("minSnrGamma", debiased ? 0 : preset.minSnrGamma()),
                debiased,
                reader.choice("maskedLoss", preset.maskedLoss()),
                reader.real("priorLossWeight", 1));
    }

    private NoiseSettings noise() {
        return new NoiseSettings(
                reader.real("noiseOffset", preset.noiseOffset()),
                (int) reader.whole("multiresNoiseIterations", 0),
                reader.real("multiresNoiseDiscount", 0.3));
    }

    private int checkpointEvery(int steps) {
        return (int) reader.whole("checkpointEvery", Math.ceilDiv(steps, CHECKPOINTS));
    }

    private WatchSettings watching(int steps) {
        return new WatchSettings(
                (int) reader.whole("probeEvery", Math.ceilDiv(steps, PROBES)),
                (int) reader.whole("validationPictures", 0),
                (int) reader.whole("previewEvery", checkpointEvery(steps)),
                reader.text("previewPrompts", ""),
                reader.whole("previewSeed", 0),
                (int) reader.whole("previewSteps", 20),
                (int) reader.whole("previewSize", 0),
                reader.real("previewGuidance", 5));
    }

    private StepSettings step() {
        return new StepSettings(
                (int) reader.whole("batchSize", 1),
                (int) reader.whole("gradientAccumulation", 1),
                reader.real("maxGradientNorm", 1),
                reader.choice("checkpointing", Checkpointing.AUTO));
    }
}
