package atelier.model.review;

/**
 * Two cells of one prompt and one seed to choose between, without knowing what made them.
 *
 * @param left shown on the left
 * @param right shown on the right
 */
public record BlindPair(Cell left, Cell right) {

    /** The same with the sides exchanged. */
    public BlindPair mirrored() {
        return new BlindPair(/* left= */ right, /* right= */ left);
    }
}
