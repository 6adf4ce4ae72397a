package atelier.service.training;

import static atelier.service.training.PlanTable.MOST_STEPS;

import atelier.service.training.PlanTable.Setting;
import atelier.service.training.SettingValues.Whole;
import java.util.List;

/** The lines of {@link PlanTable} on what is measured and drawn of a run while it goes. */
final class WatchTable {

    /** In the order to show. */
    static final List<Setting> ALL =
            List.of(
                    new Setting(
                            "probeEvery",
                            new Whole(0, MOST_STEPS),
                            "steps between two measurements of the loss on fixed pictures with fixed noise; 0 never",
                            "a twentieth of the steps"),
                    new Setting(
                            "validationPictures",
                            new Whole(0, 1000),
                            "pictures that are held back from training, to measure the loss on them, too"));

    private WatchTable() {}
}
