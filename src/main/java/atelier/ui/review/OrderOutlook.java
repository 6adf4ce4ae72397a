package atelier.ui.review;

import atelier.ui.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What an order of a comparison comes to.
 *
 * @param columns the plain model, and each adapter at each strength
 * @param prompts how many
 * @param seeds how many
 * @param others combinations of models, samplers, steps and guidance
 * @param seconds that it takes; negative where that is not known
 * @param obstacle what stands in the way; null for nothing
 */
record OrderOutlook(
        int columns,
        int prompts,
        int seeds,
        int others,
        double seconds,
        @Nullable Phrase obstacle) {

    /** Nothing is known yet. */
    static final OrderOutlook NOTHING = new OrderOutlook(1, 0, 0, 0, -1, null);

    /** How many cells there are. */
    long cells() {
        return (long) columns * prompts * seeds * others;
    }
}
