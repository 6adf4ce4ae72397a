package atelier.engine.training.network;

import java.util.List;

/**
 * Pictures with a caption each.
 *
 * @param pictures each [3, side, side], normalised as CLIP's
 * @param tokens for each text encoder, the tokens of each picture's caption, from the begin to the
 *     end; quickest where neighbours are about equally long
 * @param shown for each picture, the label of each attribute
 * @param said for each caption, the label of each attribute, or {@link #UNSAID}
 */
public record CaptionedPictures(
        List<float[]> pictures, List<List<long[]>> tokens, List<long[]> shown, List<long[]> said) {

    /** The label of an attribute of which a caption says nothing. */
    public static final long UNSAID = -100;

    /** Copies the lists. */
    public CaptionedPictures {
        pictures = List.copyOf(pictures);
        shown = List.copyOf(shown);
        said = List.copyOf(said);
        tokens = tokens.stream().map(List::copyOf).toList();
    }
}
