package atelier.service.review.vote;

import atelier.model.review.Cell;
import atelier.model.review.CellRow;
import atelier.model.review.Contender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which contenders can meet in which rows, kept up as cells come, so that no draw has to look at
 * every two cells.
 */
class Meetings {

    private final int players;
    private final Map<Contender, Integer> numbers = new HashMap<>();
    private final Map<CellRow, Integer> rowNumbers = new HashMap<>();
    private final List<Map<Integer, Cell>> rows = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final int[] shared;

    /**
     * Where a cell is.
     *
     * @param row number of what it shares with others
     * @param player number of its contender
     */
    record Place(int row, int player) {}

    /**
     * Nobody can meet yet.
     *
     * @param contenders all there will be
     */
    Meetings(List<Contender> contenders) {
        players = contenders.size();
        contenders.forEach(contender -> numbers.put(contender, numbers.size()));
        shared = new int[pairs()];
    }

    /** How many pairs of contenders there are, whether they can meet or not. */
    final int pairs() {
        return players * (players - 1) / 2;
    }

    /** The number of a pair of contenders, from 0. */
    final int pair(int one, int other) {
        int later = Math.max(one, other);
        return later * (later - 1) / 2 + Math.min(one, other);
    }

    /** A cell is made. Those that are known, and those of no contender, change nothing. */
    void add(Cell cell) {
        Integer player = numbers.get(Contender.of(cell));
        if (player == null || places.containsKey(cell.id())) {
            return;
        }
        int row = rowNumbers.computeIfAbsent(cell.row(), _ -> newRow());
        for (int other : rows.get(row).keySet()) {
            shared[pair(player, other)]++;
        }
        rows.get(row).put(player, cell);
        places.put(cell.id(), new Place(row, player));
    }

    private int newRow() {
        rows.add(new HashMap<>());
        return rows.size() - 1;
    }

    /** How many cells are made. */
    int cells() {
        return places.size();
    }

    /** How many rows there are. */
    int rows() {
        return rows.size();
    }

    /** Where the cell of an id is; null where it is not made, or of no contender. */
    @Nullable Place place(String id) {
        return places.get(id);
    }

    /** In how many rows a pair of contenders can meet. */
    int shared(int pair) {
        return shared[pair];
    }

    /** The cell of a contender in a row; empty where it is not made. */
    Optional<Cell> cell(int row, int player) {
        return Optional.ofNullable(rows.get(row).get(player));
    }

    /** The two contenders of a pair. */
    final int[] players(int pair) {
        int later = 1;
        while (pair(later + 1, 0) <= pair) {
            later++;
        }
        return new int[] {pair - pair(later, 0), later};
    }
}
