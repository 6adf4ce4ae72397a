package atelier.service.job;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does jobs that make as many items as they say, each when the test allows it. */
final class ScriptedRunner implements JobRunner<ScriptedRunner.Script> {

    /**
     * An order.
     *
     * @param name of what it makes
     * @param items how many
     * @param failsAt the item at which it fails the first time; negative for none
     */
    record Script(String name, int items, int failsAt) {}

    private final JobKind kind;

    /** One for each item that may be made. */
    final Semaphore allowed = new Semaphore(0);

    /** What was made, in order. */
    final List<String> made = new CopyOnWriteArrayList<>();

    private boolean failed;

    ScriptedRunner(JobKind kind) {
        this.kind = kind;
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public Class<Script> orderType() {
        return Script.class;
    }

    @Override
    public String run(Script order, JobContext context) {
        for (int item = context.made().size(); item < order.items(); item++) {
            await(context);
            if (item == order.failsAt() && !failed) {
                failed = true;
                throw new AtelierException("It went wrong: try again.");
            }
            made.add(order.name() + item);
            context.made("item " + item, Path.of(order.name() + item));
            context.progress().progressed(Progress.of("Making", item + 1, order.items(), "item"));
        }
        return order.name() + " is whole.";
    }

    private void await(JobContext context) {
        try {
            do {
                context.cancel().check();
            } while (!allowed.tryAcquire(5, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String kept(Script order, int count) {
        return count + " of " + order.items() + " are kept.";
    }
}
