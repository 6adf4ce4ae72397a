package atelier.service.review.vote;

import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.model.review.BlindPair;
import atelier.model.review.Cell;
import atelier.model.review.Contender;
import atelier.model.review.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws the next two cells to vote on: of contenders that met least often, in a prompt and seed
 * that they met in least often, on random sides. The same votes and the same seed draw the same.
 */
final class PairDraw {

    private final List<Cell> cells;
    private final long seed;

    /**
     * @param cells that may be shown
     */
    PairDraw(List<Cell> cells, long seed) {
        this.cells = cells;
        this.seed = seed;
    }

    /** The next pair; empty where no two cells can be compared. */
    Optional<BlindPair> next(List<Vote> votes) {
        List<BlindPair> pairs = pairs();
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        Map<Set<Contender>, Integer> metContenders = new HashMap<>();
        Map<Set<String>, Integer> metCells = new HashMap<>();
        Map<String, Contender> contenders = new HashMap<>();
        cells.forEach(cell -> contenders.put(cell.id(), Contender.of(cell)));
        for (Vote vote : votes) {
            Contender left = contenders.get(vote.left());
            Contender right = contenders.get(vote.right());
            if (left != null && right != null && !left.equals(right)) {
                metContenders.merge(Set.of(left, right), 1, Integer::sum);
                metCells.merge(Set.of(vote.left(), vote.right()), 1, Integer::sum);
            }
        }
        List<BlindPair> rarest =
                rarest(
                        pairs,
                        pair ->
                                metContenders.getOrDefault(
                                        Set.of(
                                                Contender.of(pair.left()),
                                                Contender.of(pair.right())),
                                        0));
        List<BlindPair> freshest =
                rarest(
                        rarest,
                        pair ->
                                metCells.getOrDefault(
                                        Set.of(pair.left().id(), pair.right().id()), 0));
        TorchRandom random = new TorchRandom(Seeds.of(seed, votes.size(), "blind pair"));
        BlindPair pair = freshest.get(random.integers(freshest.size(), 1)[0]);
        return Optional.of(random.integers(2, 1)[0] == 0 ? pair : pair.mirrored());
    }

    private List<BlindPair> pairs() {
        List<BlindPair> pairs = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            for (int k = i + 1; k < cells.size(); k++) {
                if (cells.get(i).isAcross(cells.get(k))) {
                    pairs.add(new BlindPair(cells.get(i), cells.get(k)));
                }
            }
        }
        return pairs;
    }

    /** How often a pair was voted on. */
    @FunctionalInterface
    private interface Meetings {
        int of(BlindPair pair);
    }

    private static List<BlindPair> rarest(List<BlindPair> pairs, Meetings meetings) {
        int least = pairs.stream().mapToInt(meetings::of).min().orElseThrow();
        return pairs.stream().filter(pair -> meetings.of(pair) == least).toList();
    }
}
