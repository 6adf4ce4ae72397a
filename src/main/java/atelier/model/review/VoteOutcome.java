package atelier.model.review;

/** What somebody thinks of two images side by side. */
public enum VoteOutcome {
    /** The one on the left is better. */
    LEFT,
    /** The one on the right is better. */
    RIGHT,
    /** Both are as good. */
    EQUAL,
    /** Neither will do, which tells nothing about which is better. */
    NEITHER
}
