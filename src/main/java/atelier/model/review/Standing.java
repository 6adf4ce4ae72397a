package atelier.model.review;

/**
 * How a contender stands after some votes.
 *
 * @param contender who it is
 * @param elo its rating; 1500 is the mean of all, and 400 more win ten times as often as they lose
 * @param range half of the range that the rating lies in with a probability of 95 %
 * @param winRate share of its votes that it won, those that found both as good as a half; not a
 *     number before the first
 * @param votes how many count
 */
public record Standing(Contender contender, double elo, double range, double winRate, int votes) {}
