package atelier.model.dataset;

import java.util.List;

/**
 * How captions are proposed.
 *
 * @param trigger stands first in each caption but those for regularisation; empty for none
 * @param threshold how sure of a tag one must be, from 0 to 1
 * @param characterThreshold how sure of whom of a story it shows, from 0 to 1
 * @param unwanted tags that are never written, in any case of letters, with blanks or underscores
 * @param underscores whether underscores stay as the tagger has them, in place of blanks
 * @param existing what becomes of captions that are there
 */
public record TaggingWish(
        String trigger,
        double threshold,
        double characterThreshold,
        List<String> unwanted,
        boolean underscores,
        ExistingCaptions existing) {

    /** How sure of a tag one usually is. */
    public static final double USUAL_THRESHOLD = 0.35;

    /** How sure of a character one usually is, of whom there are many who look alike. */
    public static final double USUAL_CHARACTER_THRESHOLD = 0.85;

    /** Copies the list. */
    public TaggingWish {
        unwanted = List.copyOf(unwanted);
    }

    /** The usual, for pictures without a caption. */
    public static TaggingWish usual(String trigger) {
        return new TaggingWish(
                trigger,
                USUAL_THRESHOLD,
                USUAL_CHARACTER_THRESHOLD,
                List.of(),
                false,
                ExistingCaptions.KEEP);
    }

    /** The same with another threshold. */
    public TaggingWish atLeast(double sure) {
        return new TaggingWish(trigger, sure, characterThreshold, unwanted, underscores, existing);
    }

    /** The same with another use of captions that are there. */
    public TaggingWish with(ExistingCaptions use) {
        return new TaggingWish(trigger, threshold, characterThreshold, unwanted, underscores, use);
    }
}
