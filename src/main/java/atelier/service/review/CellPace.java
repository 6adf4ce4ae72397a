package atelier.service.review;

import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.service.bench.Median;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast the cells of a comparison were made, by when their files were written: to tell how long
 * other images will take. Waits for the disk.
 */
public final class CellPace {

    private static final int LEAST = 3;
    private static final double MILLIS = 1000;

    private CellPace() {}

    /**
     * Seconds of a pixel's step; empty where fewer than three cells are made.
     *
     * @throws atelier.model.AtelierException if it cannot be read
     */
    public static OptionalDouble of(ComparisonFolder folder) {
        Comparison comparison = folder.comparison();
        List<Cell> made = comparison.cells().stream().filter(folder::has).toList();
        if (made.size() < LEAST) {
            return OptionalDouble.empty();
        }
        List<Double> times = new ArrayList<>();
        double before = modified(folder, made.getFirst());
        for (Cell cell : made.subList(1, made.size())) {
            double now = modified(folder, cell);
            times.add((now - before) / cell.sampling().steps());
            before = now;
        }
        double pixels = 1.0 * comparison.settings().width() * comparison.settings().height();
        double median = Median.of(times);
        return median > 0 ? OptionalDouble.of(median / pixels) : OptionalDouble.empty();
    }

    private static double modified(ComparisonFolder folder, Cell cell) {
        try {
            return Files.getLastModifiedTime(folder.cell(cell)).toMillis() / MILLIS;
        } catch (IOException e) {
            throw FileFailures.reading(folder.cell(cell), e);
        }
    }
}
