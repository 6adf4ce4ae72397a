package atelier.service.training;

import static atelier.service.training.PlanTable.MOST_STEPS;

import atelier.engine.training.optimizers.OptimizerType;
import atelier.engine.training.optimizers.Optimizers;
import atelier.engine.training.schedules.LearningRateSchedule;
import atelier.engine.training.schedules.LearningRateSchedules;
import atelier.service.training.PlanTable.Setting;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Whole;
import atelier.service.training.SettingValues.Words;
import java.util.List;

/** The lines of {@link PlanTable} on how gradients become changes, and how fast. */
final class OptimizerTable {

    /** The largest share that is not the whole. */
    static final double BELOW_ONE = Math.nextDown(1.0);

    /** In the order to show. */
    static final List<Setting> ALL =
            List.of(
                    new Setting(
                            "optimizer",
                            new Words(Optimizers.all().stream().map(OptimizerType::id).toList()),
                            "how gradients become changes of the weights"),
                    new Setting(
                            "learningRate",
                            new Real(1e-12, 100),
                            "how far each step goes at most; a factor where the optimizer finds its own rate"),
                    new Setting(
                            "textEncoder1Rate",
                            new Real(0, 100),
                            "that of the first text encoder, CLIP-L, which is trained by it beside the UNet; 0 leaves it as it is"),
                    new Setting(
                            "textEncoder2Rate",
                            new Real(0, 100),
                            "that of the second text encoder, OpenCLIP bigG"),
                    new Setting(
                            "weightDecay",
                            new Real(0, 100),
                            "share of each weight taken away at a learning rate of 1"),
                    new Setting(
                            "decoupledDecay",
                            Words.FLAG,
                            "let weights decay by themselves, not through the gradient; lion and adafactor always do"),
                    new Setting(
                            "beta1",
                            new Real(0, BELOW_ONE),
                            "share of the old mean of gradients that stays"),
                    new Setting(
                            "beta2",
                            new Real(0, BELOW_ONE),
                            "share of the old mean of squared gradients that stays"),
                    new Setting(
                            "epsilon",
                            new Real(1e-38, 1),
                            "added to the divisor, so that small gradients give small steps"),
                    new Setting(
                            "learningRateSchedule",
                            new Words(
                                    LearningRateSchedules.all().stream()
                                            .map(LearningRateSchedule::id)
                                            .toList()),
                            "how the learning rate goes over the run"),
                    new Setting(
                            "warmUpSteps",
                            new Whole(0, MOST_STEPS),
                            "over which the learning rate rises from 0",
                            "a twentieth of the steps"),
                    new Setting(
                            "cycles",
                            new Whole(1, 1000),
                            "cosine-restarts: how often the rate falls"),
                    new Setting(
                            "d0",
                            new Real(1e-12, 1),
                            "prodigy: the first estimate of the distance to the solution"),
                    new Setting("dCoef", new Real(1e-3, 1e3), "prodigy: factor of that estimate"),
                    new Setting(
                            "growthRate",
                            new Real(1, 1e9),
                            "prodigy: by how much the estimate may grow in a step at most"),
                    new Setting(
                            "biasCorrection",
                            Words.FLAG,
                            "prodigy: make early steps as small as adamw makes them"),
                    new Setting(
                            "safeguardWarmUp",
                            Words.FLAG,
                            "prodigy: keep the estimate from the small rates of a warm-up"),
                    new Setting(
                            "relativeStep",
                            Words.FLAG,
                            "adafactor: let the rate fall by itself as one over the root of the step; learningRate is a factor then"),
                    new Setting(
                            "scaleParameter",
                            Words.FLAG,
                            "adafactor: move each parameter in proportion to its own size"),
                    new Setting(
                            "warmUpInit", Words.FLAG, "adafactor: begin relative steps near 0"));

    private OptimizerTable() {}
}
