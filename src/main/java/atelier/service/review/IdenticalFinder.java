package atelier.service.review;

import atelier.model.review.Cell;
import atelier.model.review.IdenticalCells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds cells that are the same, though they should differ. */
final class IdenticalFinder {

    private IdenticalFinder() {}

    /**
     * Every group of cells of the same pixels: those of one comparison differ in at least one
     * setting that changes an image.
     *
     * @param cells those that are made
     * @param pixels tells what a cell's pixels are known by
     */
    static List<IdenticalCells> find(List<Cell> cells, Function<Cell, String> pixels) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(pixels.apply(cell), hash -> new ArrayList<>()).add(cell);
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(IdenticalCells::new)
                .toList();
    }
}
