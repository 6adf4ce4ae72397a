package atelier.ui.review;

import atelier.model.review.QualityWeights;
import atelier.service.generation.DraftJson;
import atelier.service.settings.SettingsStore;

/**
 * How much each measure counts in the quality, as the user set it last.
 *
 * @param settings keep it
 */
record KeptWeights(SettingsStore settings) {

    private static final String DRAFT = "quality-weights";

    /** What was set last; the usual ones where nothing was. */
    QualityWeights last() {
        return DraftJson.read(
                settings.get().drafts().getOrDefault(DRAFT, ""),
                QualityWeights.class,
                QualityWeights.USUAL);
    }

    /** Keeps them for the next time. */
    void keep(QualityWeights weights) {
        settings.update(now -> now.withDraft(DRAFT, DraftJson.write(weights)));
    }
}
