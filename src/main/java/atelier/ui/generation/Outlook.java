package atelier.ui.generation;

import atelier.model.generation.PromptReading;
import atelier.model.generation.PromptTokens;
import org.jspecify.annotations.Nullable;

/**
 * What the form comes to.
 *
 * @param reading of the prompt
 * @param wordings how many there are
 * @param each images of each
 * @param tokens of the longest of the first wordings; null where they cannot be counted
 * @param seconds how long it will take, about; negative where nothing of the kind was made yet
 */
record Outlook(
        PromptReading reading,
        long wordings,
        int each,
        @Nullable PromptTokens tokens,
        double seconds) {

    /** Of an empty form. */
    static final Outlook NOTHING = new Outlook(PromptReading.NOTHING, 1, 1, null, -1);

    /** How many images. */
    long images() {
        return wordings > Integer.MAX_VALUE ? Long.MAX_VALUE : wordings * each;
    }
}
