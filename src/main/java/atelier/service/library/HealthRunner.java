package atelier.service.library;

import atelier.model.job.JobKind;
import atelier.model.library.HealthCheckOrder;
import atelier.model.library.HealthReport;
import atelier.service.job.JobContext;
import atelier.service.job.JobRunner;
import java.util.function.Consumer;

/** Checks the library as jobs, beside what runs on the accelerator. */
public final class HealthRunner implements JobRunner<HealthCheckOrder> {

    private final HealthService health;
    private final Consumer<HealthReport> checked;

    /**
     * @param health looks
     * @param checked hears what it came to
     */
    public HealthRunner(HealthService health, Consumer<HealthReport> checked) {
        this.health = health;
        this.checked = checked;
    }

    @Override
    public JobKind kind() {
        return JobKind.HEALTH_CHECK;
    }

    @Override
    public Class<HealthCheckOrder> orderType() {
        return HealthCheckOrder.class;
    }

    @Override
    public String run(HealthCheckOrder order, JobContext context) {
        HealthReport report = health.check(order.thorough(), context.progress(), context.cancel());
        checked.accept(report);
        return report.findings().isEmpty()
                ? "%,d things checked, everything is sound.".formatted(report.items())
                : "%,d things checked, %,d findings."
                        .formatted(report.items(), report.findings().size());
    }

    @Override
    public String kept(HealthCheckOrder order, int made) {
        return "";
    }
}
