package atelier.model.library;

/**
 * Which images are wanted; the newest come first.
 *
 * @param words each must stand somewhere in its prompt, model, adapters, tags, comment or file
 *     name, in any case; empty for all
 * @param liked 1 for the liked, -1 for the disliked, 0 for all
 * @param favourites whether only favourites
 * @param offset how many to pass over
 * @param limit how many at most
 */
public record ImageQuery(String words, int liked, boolean favourites, int offset, int limit) {

    /** The first so many of those with these words. */
    public static ImageQuery of(String words, int limit) {
        return new ImageQuery(words, 0, false, 0, limit);
    }
}
