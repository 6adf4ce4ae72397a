package atelier.service.review.vote;

import atelier.model.review.Cell;
import atelier.model.review.Contender;
import atelier.model.review.Standing;
import atelier.model.review.Vote;
import atelier.model.review.VoteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Who stands where after some votes: ratings on Elo's scale with the ranges that they lie in, and
 * win rates.
 */
public final class Standings {

    private static final double MIDDLE = 1500;

    /** Elo's points for a factor of e in the odds: 400 for a factor of ten. */
    private static final double POINTS = 400 / Math.log(10);

    /** Deviations on either side that hold 95 % of a normal distribution. */
    private static final double SURE = 1.96;

    private final List<Contender> contenders;
    private final Map<Contender, Integer> numbers = new HashMap<>();
    private final double[][] wins;
    private final Ratings ratings;
    private final List<Standing> standings;
    private int counted;

    /**
     * @param contenders all that are voted on
     * @param cells by their ids; votes on others do not count
     */
    Standings(List<Contender> contenders, List<Vote> votes, Map<String, Cell> cells) {
        this.contenders = List.copyOf(contenders);
        contenders.forEach(contender -> numbers.put(contender, numbers.size()));
        this.wins = new double[contenders.size()][contenders.size()];
        votes.forEach(vote -> count(vote, cells));
        this.ratings = new Ratings(wins);
        List<Standing> all = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            all.add(standing(i));
        }
        all.sort(Comparator.comparingDouble(Standing::elo).reversed());
        this.standings = List.copyOf(all);
    }

    private void count(Vote vote, Map<String, Cell> cells) {
        Cell left = cells.get(vote.left());
        Cell right = cells.get(vote.right());
        if (left == null || right == null || vote.outcome() == VoteOutcome.NEITHER) {
            return;
        }
        Integer one = numbers.get(Contender.of(left));
        Integer other = numbers.get(Contender.of(right));
        if (one == null || other == null) {
            return;
        }
        double won =
                switch (vote.outcome()) {
                    case LEFT -> 1;
                    case RIGHT -> 0;
                    case EQUAL, NEITHER -> 0.5;
                };
        wins[one][other] += won;
        wins[other][one] += 1 - won;
        counted++;
    }

    private Standing standing(int player) {
        double won = 0;
        double games = 0;
        for (int other = 0; other < wins.length; other++) {
            won += wins[player][other];
            games += wins[player][other] + wins[other][player];
        }
        return new Standing(
                contenders.get(player),
                MIDDLE + POINTS * ratings.relative(player),
                POINTS * SURE * ratings.deviation(player),
                won / games,
                (int) Math.round(games));
    }

    private int number(int place) {
        return Objects.requireNonNull(numbers.get(standings.get(place).contender()));
    }

    /** All contenders, the best first. */
    public List<Standing> all() {
        return standings;
    }

    /** How many votes count. */
    public int votes() {
        return counted;
    }

    /**
     * About how many votes more will tell the first two apart, if they go on as they went: what is
     * not sure shrinks with the root of their number.
     *
     * @return 0 where they are apart; empty where that cannot be told yet
     */
    public OptionalInt votesToTell() {
        if (counted == 0 || standings.size() < 2) {
            return OptionalInt.empty();
        }
        int first = number(0);
        int second = number(1);
        double apart = ratings.relative(first) - ratings.relative(second);
        double unsure = SURE * ratings.deviation(first, second);
        if (apart <= 0) {
            return OptionalInt.empty();
        }
        double factor = unsure * unsure / (apart * apart);
        double more = counted * (factor - 1);
        return more > Integer.MAX_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.ceil(Math.max(0, more)));
    }
}
