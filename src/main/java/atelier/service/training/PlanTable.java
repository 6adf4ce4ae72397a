package atelier.service.training;

import atelier.model.adapter.AdapterFormat;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.Checkpointing;
import atelier.model.training.Speed;
import atelier.model.training.Subject;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Whole;
import atelier.service.training.SettingValues.Words;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each setting of a plan can be and means: the table that {@link PlanReader} reads by and that
 * is shown to the user. A new setting is a component of the plan, a line here, and one there with
 * its default.
 */
final class PlanTable {

    /**
     * One line.
     *
     * @param usual its default in words where that depends on more than preset and optimizer; null
     *     otherwise
     */
    record Setting(String name, SettingValues values, String meaning, @Nullable String usual) {

        Setting(String name, SettingValues values, String meaning) {
            this(name, values, meaning, null);
        }
    }

    static final long MOST_STEPS = 10_000_000;

    /** The largest that the file of an adapter holds in fp16. */
    private static final double MOST_ALPHA = 65_504;

    private static final List<Setting> RUN =
            List.of(
                    new Setting(
                            "subject",
                            Words.of(Subject.values()),
                            "what the adapter is to learn; other settings have other defaults for each"),
                    new Setting(
                            "speed",
                            Words.of(Speed.values()),
                            "how much time it is worth; other settings have other defaults for each"),
                    new Setting("steps", new Whole(1, MOST_STEPS), "updates of the adapter"),
                    new Setting(
                            "seed",
                            new Whole(Long.MIN_VALUE, Long.MAX_VALUE),
                            "of everything random; the same seed and data give the same adapter"),
                    new Setting(
                            "checkpointEvery",
                            new Whole(1, MOST_STEPS),
                            "steps between two checkpoints, at which the run's state is saved, too",
                            "a tenth of the steps"),
                    new Setting(
                            "keepLast",
                            new Whole(1, 1_000_000),
                            "newest checkpoints to keep, besides the best and those with a file like step-000500.pinned beside them"),
                    new Setting(
                            "targets",
                            Words.of(TrainingTargets.values()),
                            "which layers are trained: of attention alone, of the transformers, or with convolutions"),
                    new Setting(
                            "rank",
                            new Whole(1, 1024),
                            "width of each layer's branch; the file grows with it"),
                    new Setting(
                            "alpha",
                            new Real(1e-3, MOST_ALPHA),
                            "strength of the branches, which are multiplied by alpha/rank",
                            "as rank"),
                    new Setting(
                            "method",
                            Words.of(TrainingMethod.values()),
                            "how each layer's change is expressed: as one product, as two multiplied by element, or as a Kronecker product; full trains all weights of the UNet and writes a whole model"),
                    new Setting(
                            "dora",
                            Words.FLAG,
                            "train the length of each input's weights apart from their direction"),
                    new Setting(
                            "convRank",
                            new Whole(1, 1024),
                            "rank of convolutions larger than 1×1, which targets=all trains",
                            "as rank"),
                    new Setting(
                            "convAlpha",
                            new Real(1e-3, MOST_ALPHA),
                            "their alpha",
                            "as strong as alpha"),
                    new Setting(
                            "lokrFactor",
                            new Whole(-1, 1024),
                            "most rows and columns of lokr's first matrix; -1 makes both as alike as can be"),
                    new Setting(
                            "emaDecay",
                            new Real(0, OptimizerTable.BELOW_ONE),
                            "save a moving average of the adapter, of which so much stays at a step; 0 is off, 0.999 usual"),
                    new Setting(
                            "precision",
                            Words.of(AdapterPrecision.values()),
                            "number format of the adapter's file, which is trained in fp32; with method=full, of the UNet that is written"),
                    new Setting(
                            "adapterFormat",
                            Words.of(AdapterFormat.values()),
                            "names in the adapter's file: kohya, which every program reads, or diffusers, for plain lora"));

    private static final List<Setting> STEP =
            List.of(
                    new Setting(
                            "batchSize",
                            new Whole(1, 256),
                            "pictures that go through the UNet together"),
                    new Setting(
                            "gradientAccumulation",
                            new Whole(1, 1024),
                            "batches whose gradients make one step"),
                    new Setting(
                            "maxGradientNorm",
                            new Real(0, 1e9),
                            "longer gradients are shortened to it; 0 never"),
                    new Setting(
                            "checkpointing",
                            Words.of(Checkpointing.values()),
                            "compute parts of the UNet again to keep less; auto where memory is short"));

    /** In the order to show. */
    private static final List<Setting> ALL =
            Stream.of(
                            RUN,
                            OptimizerTable.ALL,
                            STEP,
                            PictureTable.ALL,
                            LossTable.ALL,
                            WatchTable.ALL)
                    .flatMap(List::stream)
                    .toList();

    private static final Map<String, Setting> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Setting::name, line -> line));

    private PlanTable() {}

    /** Every setting, in the order to show. */
    static List<Setting> all() {
        return ALL;
    }

    /** What the setting of that name can be. */
    static SettingValues values(String name) {
        Setting setting = BY_NAME.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("no line for the setting " + name);
        }
        return setting.values();
    }

    /** Every name, sorted. */
    static SortedSet<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }
}
