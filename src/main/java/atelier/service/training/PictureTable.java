package atelier.service.training;

import atelier.service.training.PlanTable.Setting;
import atelier.service.training.SettingValues.Real;
import atelier.service.training.SettingValues.Whole;
import atelier.service.training.SettingValues.Wholes;
import atelier.service.training.SettingValues.Words;
import java.util.List;

/** The lines of {@link PlanTable} on pictures and captions. */
final class PictureTable {

    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 4096;

    /** In the order to show. */
    static final List<Setting> ALL =
            List.of(
                    new Setting(
                            "resolution",
                            new Whole(LEAST_SIDE, MOST_SIDE),
                            "side of a square picture in pixels; others have the same area"),
                    new Setting(
                            "resolutions",
                            new Wholes(LEAST_SIDE, MOST_SIDE, 8),
                            "several of them, such as 1024,768,512, each picture at one after the other, epoch by epoch;"
                                    + " one at which a picture would be enlarged more than ×1.5 is passed over if it has another"),
                    new Setting(
                            "upscale",
                            Words.FLAG,
                            "enlarge pictures that are smaller; else they keep their size"),
                    new Setting(
                            "subjectCrop",
                            Words.FLAG,
                            "cut pictures around what their masks show, not about the centre"),
                    new Setting(
                            "flip",
                            Words.FLAG,
                            "mirror half of the showings; not for a subject with a left and a right, such as a scar"),
                    new Setting(
                            "captionDropout",
                            new Real(0, 1),
                            "share of the showings without any words, by which guidance is learnt"),
                    new Setting(
                            "shuffleCaption",
                            Words.FLAG,
                            "let tags change places at each showing; the text encoders stay in memory for it"),
                    new Setting(
                            "keepTokens",
                            new Whole(0, 1000),
                            "tags at the front that stay where they are; the trigger always does"),
                    new Setting(
                            "tagDropout",
                            new Real(0, 1),
                            "share of the other tags left out at each showing, for which the text encoders stay in memory"));

    private PictureTable() {}
}
