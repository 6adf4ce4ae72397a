package atelier.service.training;

import atelier.model.job.JobKind;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import atelier.service.training.state.StepFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trains adapters as jobs: begins a run, or goes on with the one that lies in the order's folder.
 */
public final class TrainingRunner implements JobRunner<TrainingOrder> {

    /** The item under which a job has its adapter. */
    public static final String ADAPTER = "adapter";

    private final TrainingService service;

    /** Trains with that service. */
    public TrainingRunner(TrainingService service) {
        this.service = service;
    }

    @Override
    public JobKind kind() {
        return JobKind.TRAINING;
    }

    @Override
    public Class<TrainingOrder> orderType() {
        return TrainingOrder.class;
    }

    @Override
    public String run(TrainingOrder order, JobContext context) {
        RunFolder folder = new RunFolder(order.out());
        boolean begun = Files.exists(folder.plan());
        Path finished = finished(folder, order);
        if (begun && finished != null) {
            // The process ended between the last file of the run and the word that it is done.
            context.made(ADAPTER, finished);
            return finished.getFileName() + " was finished before.";
        }
        TrainingResult result =
                begun
                        ? service.resume(
                                order.out(), order.device(), context.progress(), context.cancel())
                        : service.train(order, context.progress(), context.cancel());
        context.made(ADAPTER, result.adapter());
        return "%d steps on %d pictures: %s."
                .formatted(result.steps(), result.pictures(), result.adapter().getFileName());
    }

    private static @Nullable Path finished(RunFolder folder, TrainingOrder order) {
        return Stream.of(folder.adapter(order.trigger()), folder.model(order.trigger()))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String kept(TrainingOrder order, int made) {
        StepFiles states = new RunFolder(order.out()).states();
        return states.found().isEmpty()
                ? ""
                : "What was trained up to step %d is kept.".formatted(states.found().lastKey());
    }
}
