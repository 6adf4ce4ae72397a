package atelier.ui.review;

import atelier.model.review.BlindPair;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.model.review.Vote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a round of blind votes stands.
 *
 * @param pair what is to be voted on; null where there is nothing to compare
 * @param votes all there are, in their order
 * @param standings the best first
 * @param more about how many votes more will tell the first two apart; negative where that cannot
 *     be told
 * @param contenders in the order of the comparison, which has nothing to do with how they stand
 */
record BlindState(
        @Nullable BlindPair pair,
        List<Vote> votes,
        List<Standing> standings,
        int more,
        List<Contender> contenders) {

    /** Nothing is known yet. */
    static final BlindState NOTHING = new BlindState(null, List.of(), List.of(), -1, List.of());

    private static final int MEETINGS = 4;

    /** Copies the lists. */
    BlindState {
        votes = List.copyOf(votes);
        standings = List.copyOf(standings);
        contenders = List.copyOf(contenders);
    }

    /** How many votes a round has, in which each meets each other four times. */
    int round() {
        int players = contenders.size();
        return MEETINGS * players * (players - 1) / 2;
    }

    /** Whether the round is over. */
    boolean isOver() {
        return round() > 0 && votes.size() >= round();
    }
}
