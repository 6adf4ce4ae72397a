package atelier.service.generation;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.job.JobKind;
import atelier.model.job.ProgressListener;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes images as jobs. Each is written down as it is finished; a job that comes back makes those
 * that are not. One that was saved, and the process killed before that was written down, is known
 * by the origin that it carries, and taken in.
 */
public final class GenerationRunner implements JobRunner<GenerationBatch> {

    private final GenerationService service;
    private final Consumer<Path> saved;

    /**
     * @param saved hears of each image that is there, to show it among the others; where it fails,
     *     the job goes on and says so
     */
    public GenerationRunner(GenerationService service, Consumer<Path> saved) {
        this.service = service;
        this.saved = saved;
    }

    @Override
    public JobKind kind() {
        return JobKind.GENERATION;
    }

    @Override
    public Class<GenerationBatch> orderType() {
        return GenerationBatch.class;
    }

    @Override
    public String run(GenerationBatch batch, JobContext context) {
        BatchProgress progress =
                new BatchProgress(context.progress(), batch.images(), steps(batch));
        takeIn(batch, context, progress);
        Set<String> made = context.made().keySet();
        for (int index = 0; index < batch.orders().size(); index++) {
            GenerationOrder order = batch.orders().get(index);
            List<GenerationRequest> missing = missing(order.request(), index, made);
            progress.finished(order.request(), order.request().count() - count(missing));
            for (GenerationRequest request : missing) {
                make(order, request, index, progress, context);
            }
        }
        return batch.images() == 1 ? "1 image." : batch.images() + " images.";
    }

    /**
     * Writes down an image that was saved, and could not be written down. As they are made one
     * after the other, it can only be the first that is missing.
     */
    private void takeIn(GenerationBatch batch, JobContext context, ProgressListener progress) {
        Set<String> made = context.made().keySet();
        for (int index = 0; index < batch.orders().size(); index++) {
            GenerationOrder order = batch.orders().get(index);
            GenerationRequest request = order.request();
            for (int image = 0; image < request.count(); image++) {
                long seed = request.seed() + image;
                String item = item(index, seed);
                if (!made.contains(item)) {
                    SavedImages.find(
                                    order.out(),
                                    ImageNames.stem(request, seed),
                                    origin(context, item))
                            .ifPresent(file -> written(item, file, context, progress));
                    return;
                }
            }
        }
    }

    private static String origin(JobContext context, String item) {
        return context.mark() + " " + item;
    }

    private void written(String item, Path file, JobContext context, ProgressListener progress) {
        // First the gallery: who hears that an image is made looks for it there.
        tell(file, progress);
        context.made(item, file);
    }

    private void make(
            GenerationOrder order,
            GenerationRequest request,
            int index,
            BatchProgress progress,
            JobContext context) {
        progress.begin(request);
        // They are finished in the order of their seeds.
        Deque<Long> seeds = new ArrayDeque<>();
        for (int image = 0; image < request.count(); image++) {
            seeds.add(request.seed() + image);
        }
        service.generate(
                new GenerationOrder(
                        order.model(),
                        order.adapters(),
                        request,
                        order.out(),
                        order.device(),
                        order.tiled()),
                seed -> origin(context, item(index, seed)),
                file -> {
                    written(item(index, seeds.removeFirst()), file, context, progress);
                    progress.finished(request, 1);
                },
                context::preview,
                progress,
                context.cancel());
    }

    private void tell(Path file, ProgressListener progress) {
        try {
            saved.accept(file);
        } catch (AtelierException e) {
            progress.noticed(String.valueOf(e.getMessage()));
        }
    }

    /** What is to be made yet of a request: neighbouring seeds as one. */
    private static List<GenerationRequest> missing(
            GenerationRequest request, int index, Set<String> made) {
        List<GenerationRequest> missing = new ArrayList<>();
        long first = request.seed();
        long end = request.seed() + request.count();
        for (long seed = request.seed(); seed <= end; seed++) {
            if (seed == end || made.contains(item(index, seed))) {
                if (seed > first) {
                    missing.add(request.withSeeds(first, (int) (seed - first)));
                }
                first = seed + 1;
            }
        }
        return missing;
    }

    /**
     * What an image of a batch is written down as.
     *
     * @param index of its order
     */
    public static String item(int index, long seed) {
        return index + ":" + seed;
    }

    private static int count(List<GenerationRequest> requests) {
        return requests.stream().mapToInt(GenerationRequest::count).sum();
    }

    private static long steps(GenerationBatch batch) {
        return batch.orders().stream()
                .map(GenerationOrder::request)
                .mapToLong(request -> (long) request.count() * request.sampling().steps())
                .sum();
    }

    @Override
    public String kept(GenerationBatch batch, int made) {
        return made == 0 ? "" : "%d of %d images are kept.".formatted(made, batch.images());
    }
}
