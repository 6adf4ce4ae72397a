package atelier.service.review;

import atelier.model.job.JobKind;
import atelier.model.review.Cell;
import atelier.model.review.ComparisonOrder;
import atelier.model.review.ComparisonResult;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import java.nio.file.Path;
import java.util.SequencedMap;

/**
 * Makes comparisons as jobs, and has them measured. The folder tells which cells are made; a job
 * that comes back goes on after them.
 */
public final class ComparisonRunner implements JobRunner<ComparisonOrder> {

    private final ComparisonService service;
    private final Measuring measuring;

    /** Measures the cells of a comparison when they are made. */
    @FunctionalInterface
    public interface Measuring {

        /** Measures, and writes down what came of it in the folder. */
        void measure(ComparisonFolder folder, ComparisonOrder order, JobContext context);
    }

    /**
     * @param service makes the cells
     * @param measuring measures them
     */
    public ComparisonRunner(ComparisonService service, Measuring measuring) {
        this.service = service;
        this.measuring = measuring;
    }

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
        noteMade(order, folder, context);
        ComparisonResult result =
                service.make(
                        order,
                        cell -> context.made(cell.id(), folder.cell(cell)),
                        context::preview,
                        context.progress(),
                        context.cancel());
        result.identical()
                .forEach(group ->
                        context.progress().noticed(group.sentence(order.comparison().axes())));
        measuring.measure(folder, order, context);
        return "%,d cells.".formatted(result.cells());
    }

    /** Cells that are there already, such as one that was saved as the process was killed. */
    private static void noteMade(
            ComparisonOrder order, ComparisonFolder folder, JobContext context) {
        SequencedMap<String, Path> made = context.made();
        for (Cell cell : order.comparison().cells()) {
            if (folder.has(cell) && !made.containsKey(cell.id())) {
                context.made(cell.id(), folder.cell(cell));
            }
        }
    }

    @Override
    public String kept(ComparisonOrder order, int made) {
        return made == 0
                ? ""
                : "%,d of %,d cells are kept.".formatted(made, order.comparison().count());
    }
}
