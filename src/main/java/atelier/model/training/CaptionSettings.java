package atelier.model.training;

/**
 * Under which words pictures are shown. What a dataset configuration says of a subset goes before
 * it.
 *
 * @param captionDropout share of the showings without any words, 0 to 1
 * @param shuffleCaption whether tags change places at each showing
 * @param keepTokens how many tags at the front stay where they are; the trigger always does
 * @param tagDropout share of the tags that are left out at each showing, 0 to 1; never one that
 *     stays where it is, nor one with the trigger
 */
public record CaptionSettings(
        double captionDropout, boolean shuffleCaption, int keepTokens, double tagDropout) {}
