package atelier.service.review;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.SamplingSettings;
import atelier.model.review.Cell;
import atelier.model.review.CellSettings;
import atelier.model.review.ComparedAdapter;
import atelier.model.review.ComparisonOrder;
import atelier.service.generation.SamplingChoices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that are made as one order, as they differ in their seeds alone and these follow each
 * other.
 *
 * @param cells in the order of their seeds, at least one
 */
record CellRun(List<Cell> cells) {

    CellRun {
        cells = List.copyOf(cells);
    }

    /** Cells as such runs, in the same order. */
    static List<CellRun> of(List<Cell> cells) {
        List<CellRun> runs = new ArrayList<>();
        List<Cell> run = new ArrayList<>();
        for (Cell cell : cells) {
            if (!run.isEmpty() && !follows(run.getLast(), cell)) {
                runs.add(new CellRun(run));
                run.clear();
            }
            run.add(cell);
        }
        if (!run.isEmpty()) {
            runs.add(new CellRun(run));
        }
        return runs;
    }

    private static boolean follows(Cell cell, Cell next) {
        return next.isBeside(cell) && next.seed() == cell.seed() + 1;
    }

    /** The cell of a seed. */
    Cell cell(long seed) {
        return cells.get(Math.toIntExact(seed - cells.getFirst().seed()));
    }

    /**
     * The order that makes them.
     *
     * @param out folder for the images
     */
    GenerationOrder order(ComparisonOrder order, Path out) {
        Cell first = cells.getFirst();
        CellSettings settings = order.comparison().settings();
        ComparedAdapter adapter = first.column().adapter();
        String sampler = first.sampling().sampler().sampler();
        return new GenerationOrder(
                first.model().choice(),
                adapter == null
                        ? List.of()
                        : List.of(new AdapterUse(adapter.file(), first.column().strength())),
                new GenerationRequest(
                        first.prompt().text(),
                        settings.negative(),
                        settings.width(),
                        settings.height(),
                        null,
                        new SamplingSettings(
                                sampler,
                                first.sampling().sampler().schedule(),
                                first.sampling().steps(),
                                first.sampling().guidance(),
                                settings.guidanceRescale(),
                                SamplingChoices.usualEta(sampler)),
                        first.seed(),
                        cells.size(),
                        settings.clipSkip(),
                        settings.emphasis(),
                        null),
                out,
                order.device(),
                order.tiled());
    }
}
