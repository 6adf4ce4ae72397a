package atelier.ui.review;

import atelier.model.review.QualityBand;
import java.util.Locale;

/** Keys of what scores are called. */
final class ScoreWords {

    private ScoreWords() {}

    /** What a quality is worth. */
    static String band(double quality) {
        return "review.band-" + QualityBand.of(quality).name().toLowerCase(Locale.ROOT);
    }
}
