package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.adapter.AdapterFormat;
import atelier.model.training.AdapterPrecision;
import atelier.model.training.AdapterSettings;
import atelier.model.training.DeltaSettings;
import atelier.model.training.TrainingMethod;
import atelier.model.training.TrainingTargets;

/** Reads what of a plan says what is trained, and checks that it can be written. */
final class AdapterReader {

    private final SettingReader reader;
    private final Preset preset;

    AdapterReader(SettingReader reader, Preset preset) {
        this.reader = reader;
        this.preset = preset;
    }

    /**
     * The settings.
     *
     * @throws AtelierException if one is out of range, or the format has no names for the method
     */
    AdapterSettings read() {
        AdapterSettings settings =
                new AdapterSettings(
                        reader.choice("targets", preset.targets()),
                        delta(),
                        reader.real("emaDecay", 0),
                        reader.choice("precision", AdapterPrecision.FP16),
                        reader.choice("adapterFormat", AdapterFormat.KOHYA));
        if (settings.adapterFormat() == AdapterFormat.DIFFUSERS && !settings.isFull()) {
            requireNames(settings);
        }
        return settings;
    }

    private DeltaSettings delta() {
        int rank = (int) reader.whole("rank", preset.rank());
        double alpha = reader.real("alpha", rank);
        int convRank = (int) reader.whole("convRank", rank);
        int factor = (int) reader.whole("lokrFactor", DeltaSettings.AS_SQUARE_AS_POSSIBLE);
        if (factor == 0) {
            throw new AtelierException(
                    "The setting lokrFactor is 0: choose -1, or a number from 1 on that divides the layers' widths, such as 8.");
        }
        return new DeltaSettings(
                reader.choice("method", TrainingMethod.LORA),
                reader.flag("dora", false),
                rank,
                alpha,
                convRank,
                // As strong as the other layers.
                reader.real("convAlpha", convRank * alpha / rank),
                factor);
    }

    /** Before the training, as it would be too late after it. */
    private static void requireNames(AdapterSettings settings) {
        DeltaSettings delta = settings.delta();
        if (delta.method() != TrainingMethod.LORA || delta.dora()) {
            throw new AtelierException(
                    "The diffusers format has no names for %s: set adapterFormat=kohya, or train plain LoRA with method=lora and dora=false."
                            .formatted(delta.dora() ? "DoRA over inputs" : delta.method()));
        }
        if (settings.targets() == TrainingTargets.ALL && delta.convRank() != delta.rank()) {
            throw new AtelierException(
                    "The diffusers format keeps no alpha, so diffusers would take rank %d for that of convolutions, which is %d: set adapterFormat=kohya, or convRank as rank."
                            .formatted(delta.rank(), delta.convRank()));
        }
    }
}
