package atelier.service.job;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who does which jobs. */
final class JobRunners {

    private final Map<JobKind, JobRunner<?>> byKind = new EnumMap<>(JobKind.class);

    JobRunners(List<JobRunner<?>> runners) {
        for (JobRunner<?> runner : runners) {
            if (byKind.put(runner.kind(), runner) != null) {
                throw new IllegalArgumentException("two run " + runner.kind());
            }
        }
    }

    /** The order as text, checked to be one that can be run. */
    String text(JobKind kind, Object order) {
        if (!of(kind).orderType().isInstance(order)) {
            throw new IllegalArgumentException(order + " is no order of " + kind);
        }
        return OrderJson.write(order);
    }

    private JobRunner<?> of(JobKind kind) {
        JobRunner<?> runner = byKind.get(kind);
        if (runner == null) {
            throw new AtelierException(
                    "This version of Atelier does no such jobs: cancel it, or open the workspace with the version that ordered it.");
        }
        return runner;
    }

    /** Does a job; see {@link JobRunner#run}. */
    String run(JobRecord job, JobContext context) {
        return run(of(job.kind()), job, context);
    }

    private static <O> String run(JobRunner<O> runner, JobRecord job, JobContext context) {
        return runner.run(OrderJson.read(job.order(), runner.orderType()), context);
    }

    /** What is left of a job that did not come to its end; empty where nothing is. */
    String kept(JobRecord job) {
        return byKind.containsKey(job.kind()) ? kept(of(job.kind()), job) : "";
    }

    private static <O> String kept(JobRunner<O> runner, JobRecord job) {
        try {
            return runner.kept(
                    OrderJson.read(job.order(), runner.orderType()), job.status().made());
        } catch (AtelierException e) {
            // An order that cannot be read was never run; what went wrong is said already.
            return "";
        }
    }
}
