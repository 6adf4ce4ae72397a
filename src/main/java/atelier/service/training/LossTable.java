package atelier.service.training;

import atelier.model.training.MaskUse;
import atelier.service.training.PlanTable.Setting;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Whole;
import atelier.service.training.SettingValues.Words;
import java.util.List;

/** The lines of {@link PlanTable} on the loss and the noise. */
final class LossTable {

    /** In the order to show. */
    static final List<Setting> ALL =
            List.of(
                    new Setting(
                            "minSnrGamma",
                            new Real(0, 1000),
                            "min-SNR weighting, which evens out the noise levels; 0 is off, as it is with debiasedEstimation unless set"),
                    new Setting(
                            "debiasedEstimation",
                            Words.FLAG,
                            "let noisy pictures count more, by one over the root of their signal-to-noise ratio"),
                    new Setting(
                            "maskedLoss",
                            Words.of(MaskUse.values()),
                            "let each place count as its picture's mask says; normalized divides by the mask's mean"),
                    new Setting(
                            "priorLossWeight",
                            new Real(0, 100),
                            "how much regularisation pictures count; others count 1"),
                    new Setting(
                            "noiseOffset",
                            new Real(0, 1),
                            "shift of whole channels of the noise, for darker and brighter images; 0 is off"),
                    new Setting(
                            "multiresNoiseIterations",
                            new Whole(0, 32),
                            "resolutions of coarser noise that are added, for changes of large areas; 0 is off, 6 to 8 usual"),
                    new Setting(
                            "multiresNoiseDiscount",
                            new Real(0, 1),
                            "by how much each of them counts less than the one before"));

    private LossTable() {}
}
