package atelier.model.review;

/**
 * A vote on two cells.
 *
 * @param left id of the cell that was shown on the left
 * @param right id of the one on the right
 * @param outcome which is better
 */
public record Vote(String left, String right, VoteOutcome outcome) {}
