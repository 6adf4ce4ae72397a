package atelier.ui.review;

import atelier.model.job.JobKind;
import atelier.model.review.Cell;
import atelier.model.review.ComparisonOrder;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import atelier.service.review.ComparisonFolder;
import atelier.service.review.PaintedCells;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Paints the cells of comparisons in colours of their own, where a model would make them. */
final class PaintedRunner implements JobRunner<ComparisonOrder> {

    @Override
    public JobKind kind() {
        return JobKind.COMPARISON;
    }

    @Override
    public Class<ComparisonOrder> orderType() {
        return ComparisonOrder.class;
    }

    @Override
    public String run(ComparisonOrder order, JobContext context) {
        ComparisonFolder folder = new ComparisonFolder(order.folder());
        folder.prepare();
        folder.begin(order.comparison());
        int number = 0;
        for (Cell cell : order.comparison().cells()) {
            if (!folder.has(cell)) {
                paint(folder, cell, number);
                context.made(cell.id(), folder.cell(cell));
            }
            number++;
        }
        return number + " cells.";
    }

    static void paint(ComparisonFolder folder, Cell cell, int number) {
        try {
            PaintedCells.paint(
                    folder.cell(cell), new Color(Math.floorMod(number * 4_099, 1 << 24)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String kept(ComparisonOrder order, int made) {
        return "";
    }
}
