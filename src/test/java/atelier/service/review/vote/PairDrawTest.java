package atelier.service.review.vote;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.Contender;
import atelier.model.review.Vote;
import atelier.model.review.VoteOutcome;
import atelier.service.review.Comparisons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a draw among two thousand cells costs, counted, and that it is as fair as among a few. */
class PairDrawTest {

    private static final int CHECKPOINTS = 20;
    private static final int PAIRS = CHECKPOINTS * (CHECKPOINTS - 1) / 2;
    private static final int ROWS = 100;

    /** Counts what is asked of it. */
    private static final class Counted extends Meetings {

        private int asked;

        Counted(List<Contender> contenders) {
            super(contenders);
        }

        @Override
        Place place(String id) {
            asked++;
            return super.place(id);
        }

        @Override
        int shared(int pair) {
            asked++;
            return super.shared(pair);
        }

        @Override
        Optional<Cell> cell(int row, int player) {
            asked++;
            return super.cell(row, player);
        }
    }

    private static List<Cell> cells() {
        ComparisonAxes axes =
                Comparisons.axes(List.of("mia"), LongStream.range(0, ROWS).boxed().toList());
        ComparedAdapter first = axes.adapters().getFirst();
        List<ComparedAdapter> checkpoints =
                IntStream.rangeClosed(1, CHECKPOINTS)
                        .mapToObj(step ->
                                new ComparedAdapter(
                                        "step-" + step, first.file(), first.sha256(), step))
                        .toList();
        return new Comparison(
                        "many",
                        new ComparisonAxes(
                                axes.models(),
                                checkpoints,
                                axes.strengths().subList(0, 1),
                                axes.prompts(),
                                axes.seeds(),
                                axes.samplers().subList(0, 1),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS)
                .cells().stream().filter(cell -> !cell.column().isBaseline()).toList();
    }

    private static Counted meetings(List<Cell> cells) {
        Counted meetings = new Counted(cells.stream().map(Contender::of).distinct().toList());
        cells.forEach(meetings::add);
        return meetings;
    }

    @Test
    void amongTwoThousandCellsADrawAsksForEachTwoCheckpointsAndEachRowAndForNoPairOfCells() {
        List<Cell> cells = cells();
        assertThat(cells).hasSize(CHECKPOINTS * ROWS);
        Counted meetings = meetings(cells);
        PairDraw draw = new PairDraw(meetings, 3);
        List<Vote> votes = new ArrayList<>();
        for (int vote = 0; vote < 50; vote++) {
            meetings.asked = 0;
            BlindPair pair = draw.next(votes).orElseThrow();
            // Once for each two checkpoints, for both cells of each row, for those drawn, and for
            // both cells of each vote, twice.
            assertThat(meetings.asked).isLessThanOrEqualTo(PAIRS + 2 * ROWS + 2 + 4 * vote);
            votes.add(new Vote(pair.left().id(), pair.right().id(), VoteOutcome.LEFT));
        }
    }

    @Test
    void eachTwoMeetOnceBeforeAnyMeetAgainAndThenInAnotherRow() {
        Counted meetings = meetings(cells());
        PairDraw draw = new PairDraw(meetings, 3);
        List<Vote> votes = new ArrayList<>();
        Set<Set<Contender>> contenders = new HashSet<>();
        Set<Set<String>> met = new HashSet<>();
        for (int vote = 0; vote < 2 * PAIRS; vote++) {
            BlindPair pair = draw.next(votes).orElseThrow();
            assertThat(pair.left().isAcross(pair.right())).isTrue();
            contenders.add(Set.of(Contender.of(pair.left()), Contender.of(pair.right())));
            met.add(Set.of(pair.left().id(), pair.right().id()));
            votes.add(new Vote(pair.left().id(), pair.right().id(), VoteOutcome.EQUAL));
            if (vote == PAIRS - 1) {
                assertThat(contenders).hasSize(PAIRS);
            }
        }
        assertThat(met).as("no two cells twice").hasSize(2 * PAIRS);
    }

    @Test
    void contendersWithoutARowInCommonDoNotMeet() {
        List<Cell> cells = cells();
        Cell one = cells.getFirst();
        Cell elsewhere =
                cells.stream()
                        .filter(cell ->
                                !cell.column().equals(one.column()) && cell.seed() != one.seed())
                        .findFirst()
                        .orElseThrow();
        Counted meetings = meetings(cells.subList(0, 0));
        assertThat(new PairDraw(meetings, 3).next(List.of())).isEmpty();
        Meetings two = new Meetings(List.of(Contender.of(one), Contender.of(elsewhere)));
        two.add(one);
        two.add(elsewhere);
        assertThat(new PairDraw(two, 3).next(List.of())).isEmpty();
        two.add(
                cells.stream()
                        .filter(cell -> cell.isAcross(one))
                        .filter(cell -> cell.column().equals(elsewhere.column()))
                        .findFirst()
                        .orElseThrow());
        BlindPair only = new PairDraw(two, 3).next(List.of()).orElseThrow();
        assertThat(List.of(only.left(), only.right())).contains(one).doesNotContain(elsewhere);
    }

    @Test
    void pairsHaveNumbersOfTheirOwn() {
        Meetings meetings = meetings(cells());
        assertThat(meetings.pairs()).isEqualTo(PAIRS);
        Set<Integer> numbers = new HashSet<>();
        for (int one = 0; one < CHECKPOINTS; one++) {
            for (int other = 0; other < one; other++) {
                int pair = meetings.pair(other, one);
                assertThat(meetings.pair(one, other)).isEqualTo(pair).isBetween(0, PAIRS - 1);
                assertThat(meetings.players(pair)).containsExactly(other, one);
                numbers.add(pair);
            }
        }
        assertThat(numbers).hasSize(PAIRS);
    }
}
