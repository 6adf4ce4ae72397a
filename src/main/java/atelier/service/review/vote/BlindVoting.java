package atelier.service.review.vote;

import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.Contender;
import atelier.model.review.Vote;
import atelier.model.review.VoteOutcome;
import atelier.service.review.ComparisonFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blind votes on a comparison: two cells of one prompt and one seed at a time, which adapter made
 * which being hidden. Each vote is saved at once. The plain model takes part only where there is
 * one adapter alone. Waits for the disk; may be used on any thread.
 */
public final class BlindVoting {

    private final ComparisonFolder folder;
    private final Map<String, Cell> cells;
    private final List<Contender> contenders;
    private final Meetings meetings;
    private final PairDraw draw;
    private final List<Vote> skipped = new ArrayList<>();
    private List<Vote> votes;

    /**
     * Goes on with the votes in a folder.
     *
     * @param seed of what is drawn
     * @throws atelier.model.AtelierException if there is no comparison, or it cannot be read
     */
    public BlindVoting(ComparisonFolder folder, long seed) {
        this.folder = folder;
        this.cells = cells(folder.comparison());
        this.contenders = cells.values().stream().map(Contender::of).distinct().toList();
        this.meetings = new Meetings(contenders);
        this.draw = new PairDraw(meetings, seed);
        this.votes = VotesFile.read(folder);
    }

    /** Those that are voted on, in their order. */
    private static Map<String, Cell> cells(Comparison comparison) {
        boolean baseline = comparison.axes().columns().size() <= 2;
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Cell cell : comparison.cells()) {
            if (!cell.prompt().plain() && (baseline || !cell.column().isBaseline())) {
                cells.put(cell.id(), cell);
            }
        }
        return cells;
    }

    /** The next two cells, both of which are made; empty where there are none to compare. */
    public synchronized Optional<BlindPair> next() {
        if (meetings.cells() < cells.size()) {
            Set<String> made = folder.made();
            cells.values().stream().filter(cell -> made.contains(cell.id())).forEach(meetings::add);
        }
        return draw.next(Stream.concat(votes.stream(), skipped.stream()).toList());
    }

    /** Puts a pair off: it comes again after others, and tells nothing. It is not saved. */
    public synchronized void skip(BlindPair pair) {
        skipped.add(new Vote(pair.left().id(), pair.right().id(), VoteOutcome.NEITHER));
    }

    /**
     * Takes a vote.
     *
     * @throws atelier.model.AtelierException if it cannot be saved; it does not count then
     */
    public synchronized void vote(BlindPair pair, VoteOutcome outcome) {
        save(
                Stream.concat(
                                votes.stream(),
                                Stream.of(new Vote(pair.left().id(), pair.right().id(), outcome)))
                        .toList());
    }

    /** Takes the last vote back; does nothing where there is none. */
    public synchronized void undo() {
        if (!votes.isEmpty()) {
            save(votes.subList(0, votes.size() - 1));
        }
    }

    private void save(List<Vote> next) {
        VotesFile.write(folder, next);
        votes = List.copyOf(next);
    }

    /** All votes in their order. */
    public synchronized List<Vote> votes() {
        return votes;
    }

    /** Who stands where. */
    public synchronized Standings standings() {
        return new Standings(contenders, votes, cells);
    }

    /** Who is voted on, in the order of the comparison. Waits for nothing. */
    public List<Contender> contenders() {
        return contenders;
    }

    /** The cell of that id; null where it is not voted on. Waits for nothing. */
    public @Nullable Cell cell(String id) {
        return cells.get(id);
    }
}
