package atelier.service.training;

import static atelier.service.training.PlanTable.MOST_STEPS;

import atelier.service.training.PlanTable.Setting;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Text;
import atelier.service.training.SettingValues.Whole;
import java.util.List;

/** The lines of {@link PlanTable} on what is measured and drawn of a run while it goes. */
final class WatchTable {

    /** Seeds of images are unsigned numbers of 32 bits. */
    private static final long MOST_SEED = 0xffff_ffffL;

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
                            "pictures that are held back from training, to measure the loss on them, too"),
                    new Setting(
                            "previewEvery",
                            new Whole(0, MOST_STEPS),
                            "steps between two sets of previews, which come before the first and after the last step, too; 0 never",
                            "as checkpointEvery"),
                    new Setting(
                            "previewPrompts",
                            new Text("prompts, one a line"),
                            "what previews show; --preview-prompt sets it",
                            "the trigger, a caption, and that caption without the trigger"),
                    new Setting(
                            "previewSeed",
                            new Whole(0, MOST_SEED),
                            "of every preview, so that what changes is the adapter's doing"),
                    new Setting(
                            "previewSteps", new Whole(1, 1000), "steps of sampling of a preview"),
                    new Setting(
                            "previewSize",
                            new Whole(0, 4096),
                            "side of a preview in pixels; 0 is the resolution"),
                    new Setting(
                            "previewGuidance",
                            new Real(0, 100),
                            "how strongly previews follow their prompt; 1 takes half of the time, as models for few steps want it"));

    private WatchTable() {}
}
