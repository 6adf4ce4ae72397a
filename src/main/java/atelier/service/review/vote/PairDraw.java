package atelier.service.review.vote;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.model.review.BlindPair;
import atelier.model.review.Vote;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Draws the next two cells to vote on: of contenders that met least often, in a prompt and seed
 * that they met in least often, on random sides. The same votes and the same seed draw the same. A
 * draw asks once for each two contenders and for each row of those drawn, however many cells there
 * are.
 */
final class PairDraw {

    private final Meetings meetings;
    private final long seed;

    /**
     * @param meetings who can meet where
     */
    PairDraw(Meetings meetings, long seed) {
        this.meetings = meetings;
        this.seed = seed;
    }

    /** The next pair; empty where no two cells can be compared. */
    Optional<BlindPair> next(List<Vote> votes) {
        TorchRandom random = new TorchRandom(Seeds.of(seed, votes.size(), "blind pair"));
        int[] pairs =
                rarest(met(votes, meetings.pairs(), Met::pair), pair -> meetings.shared(pair) > 0);
        if (pairs.length == 0) {
            return Optional.empty();
        }
        int pair = pairs[random.integers(pairs.length, 1)[0]];
        int[] players = meetings.players(pair);
        int[] rows =
                rarest(
                        met(votes, meetings.rows(), met -> met.pair() == pair ? met.row() : -1),
                        row ->
                                meetings.cell(row, players[0]).isPresent()
                                        && meetings.cell(row, players[1]).isPresent());
        int row = rows[random.integers(rows.length, 1)[0]];
        BlindPair drawn =
                new BlindPair(
                        meetings.cell(row, players[0]).orElseThrow(),
                        meetings.cell(row, players[1]).orElseThrow());
        return Optional.of(random.integers(2, 1)[0] == 0 ? drawn : drawn.mirrored());
    }

    /** What met in a vote. */
    private record Met(int pair, int row) {}

    /** Where a vote counts; negative for nowhere. */
    @FunctionalInterface
    private interface Counted {
        int at(Met met);
    }

    private int[] met(List<Vote> votes, int places, Counted counted) {
        int[] times = new int[places];
        for (Vote vote : votes) {
            Meetings.Place left = meetings.place(vote.left());
            Meetings.Place right = meetings.place(vote.right());
            if (left != null && right != null && left.player() != right.player()) {
                int at =
                        counted.at(
                                new Met(meetings.pair(left.player(), right.player()), left.row()));
                if (at >= 0) {
                    times[at]++;
                }
            }
        }
        return times;
    }

    /** Those possible that were there the fewest times. */
    private static int[] rarest(int[] times, IntPredicate possible) {
        int[] all = IntStream.range(0, times.length).filter(possible).toArray();
        int least = Arrays.stream(all).map(one -> times[one]).min().orElse(0);
        return Arrays.stream(all).filter(one -> times[one] == least).toArray();
    }
}
