package atelier.service.review.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.model.review.Standing;
import atelier.model.review.Vote;
import atelier.model.review.VoteOutcome;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.Comparisons;
import atelier.service.review.PaintedCells;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Votes on painted cells of three adapters, one prompt, two seeds. */
class BlindVotingTest {

    @TempDir private Path root;
    private ComparisonFolder folder;
    private Comparison comparison;

    @BeforeEach
    void paint() throws IOException {
        ComparisonAxes axes = Comparisons.axes(List.of("mia"), List.of(1L, 2L));
        List<ComparedAdapter> adapters = new ArrayList<>(axes.adapters());
        adapters.add(Comparisons.adapter("peft_ab", 30));
        comparison =
                new Comparison(
                        "voted",
                        new ComparisonAxes(
                                axes.models(),
                                adapters,
                                axes.strengths(),
                                axes.prompts(),
                                axes.seeds(),
                                axes.samplers(),
                                axes.steps(),
                                axes.guidances()),
                        Comparisons.SETTINGS);
        folder = PaintedCells.folder(root.resolve("comparison"), comparison);
        for (Cell cell : comparison.cells()) {
            PaintedCells.paint(folder.cell(cell), Color.GRAY);
        }
    }

    private BlindVoting voting() {
        return new BlindVoting(folder, 5);
    }

    @Test
    void everyTwoMeetInEveryRowBeforeAnyMeetAgain() {
        BlindVoting voting = voting();
        Set<Set<String>> met = new HashSet<>();
        for (int vote = 0; vote < 6; vote++) {
            BlindPair pair = voting.next().orElseThrow();
            assertThat(pair.left().isAcross(pair.right())).isTrue();
            assertThat(pair.left().column().isBaseline()).isFalse();
            assertThat(pair.right().column().isBaseline()).isFalse();
            met.add(Set.of(pair.left().id(), pair.right().id()));
            voting.vote(pair, VoteOutcome.EQUAL);
        }
        // Three pairs of adapters in two rows.
        assertThat(met).hasSize(6);
    }

    @Test
    void sidesAreShuffledAndTheSameVotesDrawTheSame() {
        BlindVoting voting = voting();
        int earlierOnTheLeft = 0;
        for (int vote = 0; vote < 40; vote++) {
            BlindPair pair = voting.next().orElseThrow();
            assertThat(voting().next()).contains(pair);
            earlierOnTheLeft += pair.left().column().step() < pair.right().column().step() ? 1 : 0;
            voting.vote(pair, VoteOutcome.EQUAL);
        }
        assertThat(earlierOnTheLeft).isBetween(10, 30);
    }

    @Test
    void votesMakeStandingsThatGrowSurer() {
        BlindVoting voting = voting();
        assertThat(voting.standings().all())
                .allSatisfy(one -> {
                    assertThat(one.elo()).isEqualTo(1500, within(1e-9));
                    assertThat(one.votes()).isZero();
                    assertThat(one.winRate()).isNaN();
                });
        vote(voting, 6);
        Standings few = voting.standings();
        vote(voting, 120);
        Standings many = voting.standings();
        assertThat(many.votes()).isEqualTo(126);
        assertThat(many.all())
                .extracting(one -> one.contender().column().step())
                .containsExactly(30L, 20L, 10L);
        assertThat(many.all().get(0).winRate()).isBetween(0.6, 0.9);
        assertThat(many.all().get(2).winRate()).isBetween(0.1, 0.4);
        assertThat(many.all()).extracting(Standing::votes).containsExactly(84, 84, 84);
        assertThat(many.all().get(0).range()).isLessThan(few.all().get(0).range() / 2);
        assertThat(many.votesToTell()).hasValue(0);
        assertThat(few.votesToTell()).isNotEqualTo(OptionalInt.of(0));
    }

    /** The later checkpoint is the better one, but for one meeting in four of each two. */
    private static void vote(BlindVoting voting, int votes) {
        Map<Set<Long>, Integer> met = new HashMap<>();
        for (int vote = 0; vote < votes; vote++) {
            BlindPair pair = voting.next().orElseThrow();
            long left = pair.left().column().step();
            long right = pair.right().column().step();
            boolean surprise = met.merge(Set.of(left, right), 1, Integer::sum) % 4 == 0;
            voting.vote(pair, (left > right) == !surprise ? VoteOutcome.LEFT : VoteOutcome.RIGHT);
        }
    }

    /** One win against another, and nothing else: found by hand from the slope being zero. */
    @Test
    void eloIsFourHundredPointsForTenfoldOdds() {
        List<Cell> cells = comparison.cells();
        Cell one = cells.get(2);
        Cell other = cells.get(4);
        assertThat(one.isAcross(other)).isTrue();
        Map<String, Cell> byId = new HashMap<>();
        cells.forEach(cell -> byId.put(cell.id(), cell));
        BlindVoting voting = voting();
        voting.vote(new BlindPair(one, other), VoteOutcome.LEFT);
        Standing winner = voting.standings().all().getFirst();
        // 0.5 − p(s) + 1 − p(2s) = 0 for the winner of strength s; the loser has −s.
        double s = (winner.elo() - 1500) * Math.log(10) / 400;
        assertThat(1.5 - 1 / (1 + Math.exp(-s)) - 1 / (1 + Math.exp(-2 * s)))
                .isEqualTo(0, within(1e-9));
        assertThat(voting.standings().all().getLast().elo())
                .isEqualTo(3000 - winner.elo(), within(1e-6));
    }

    @Test
    void neitherTellsNothingAndBothAsGoodIsAHalf() {
        BlindVoting voting = voting();
        BlindPair pair = voting.next().orElseThrow();
        voting.vote(pair, VoteOutcome.NEITHER);
        assertThat(voting.standings().votes()).isZero();
        voting.vote(pair, VoteOutcome.EQUAL);
        assertThat(voting.standings().votes()).isEqualTo(1);
        assertThat(voting.standings().all())
                .filteredOn(one -> one.votes() == 1)
                .extracting(Standing::winRate)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void votesAreKeptAndTakenBack() {
        BlindVoting voting = voting();
        BlindPair pair = voting.next().orElseThrow();
        voting.vote(pair, VoteOutcome.RIGHT);
        Vote vote = new Vote(pair.left().id(), pair.right().id(), VoteOutcome.RIGHT);
        assertThat(voting().votes()).containsExactly(vote);
        voting.undo();
        voting.undo();
        assertThat(voting().votes()).isEmpty();
        assertThat(voting.next()).contains(pair);
    }

    @Test
    void cellsThatAreNotMadeAreNotShown() throws IOException {
        for (Cell cell : comparison.cells()) {
            if (cell.column().step() > 10) {
                Files.delete(folder.cell(cell));
            }
        }
        assertThat(voting().next()).isEmpty();
    }

    @Test
    void cellsThatAreMadeMeanwhileAreShown() throws IOException {
        List<Cell> late =
                comparison.cells().stream().filter(cell -> cell.column().step() > 10).toList();
        for (Cell cell : late) {
            Files.delete(folder.cell(cell));
        }
        BlindVoting voting = voting();
        assertThat(voting.next()).isEmpty();
        for (Cell cell : late) {
            PaintedCells.paint(folder.cell(cell), Color.GRAY);
        }
        assertThat(voting.next()).isEqualTo(voting().next()).isPresent();
    }

    @Test
    void theDiskIsNotLookedAtAnyMoreWhenAllIsMade() throws IOException {
        BlindVoting voting = voting();
        BlindPair first = voting.next().orElseThrow();
        for (Cell cell : comparison.cells()) {
            Files.delete(folder.cell(cell));
        }
        assertThat(voting.next()).contains(first);
    }

    @Test
    void aPairThatIsSkippedComesAgainAfterTheOthersAndTellsNothing() {
        BlindVoting voting = voting();
        Set<Set<String>> shown = new HashSet<>();
        for (int pair = 0; pair < 6; pair++) {
            BlindPair next = voting.next().orElseThrow();
            shown.add(Set.of(next.left().id(), next.right().id()));
            voting.skip(next);
        }
        assertThat(shown).as("each of the pairs once").hasSize(6);
        assertThat(voting.next()).isPresent();
        assertThat(voting.votes()).isEmpty();
        assertThat(voting.standings().votes()).isZero();
        assertThat(voting().votes()).as("nothing was saved").isEmpty();
    }
}
