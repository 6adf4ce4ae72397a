package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.library.HealthCheckOrder;
import atelier.model.library.HealthReport;
import atelier.model.settings.HealthChecks;
import atelier.service.job.JobQueue;
import atelier.service.settings.SettingsStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders a check of the library a week after the last, where its owner wants that, and says so if
 * something was found. While Atelier is open it looks every hour whether one is due.
 */
public final class WeeklyCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WeeklyCheck.class);
    private static final Duration WEEK = Duration.ofDays(7);

    private final SettingsStore settings;
    private final Clock clock;
    private final ScheduledExecutorService hourly =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("weekly-check").daemon().factory());
    private volatile Consumer<String> notices = _ -> {};

    /**
     * @param settings tell whether it is wanted and when the last one was
     */
    public WeeklyCheck(SettingsStore settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins to look.
     *
     * @param title what the job is called
     * @param told hears, in one sentence, that something was found
     */
    public void start(JobQueue queue, String title, Consumer<String> told) {
        notices = told;
        ScheduledFuture<?> _ =
                hourly.scheduleWithFixedDelay(() -> look(queue, title), 0, 1, TimeUnit.HOURS);
    }

    /** Orders a check if one is due, and none is open. */
    void look(JobQueue queue, String title) {
        try {
            if (!queue.isReadOnly() && isDue() && !isOrdered(queue)) {
                queue.submit(JobKind.HEALTH_CHECK, title, new HealthCheckOrder(false));
            }
        } catch (AtelierException e) {
            // The next hour tries again.
            LOG.warn("The weekly check could not be ordered", e);
        }
    }

    private boolean isDue() {
        HealthChecks checks = settings.get().checks();
        return checks.weekly() && clock.millis() - checks.last() >= WEEK.toMillis();
    }

    private static boolean isOrdered(JobQueue queue) {
        return queue.jobs().jobs().stream()
                .anyMatch(job -> job.kind() == JobKind.HEALTH_CHECK && !job.state().isOver());
    }

    /** Notes that a check has ended, and tells what it found. */
    public void checked(HealthReport report) {
        settings.update(now -> now.with(new HealthChecks(now.checks().weekly(), clock.millis())));
        if (!report.findings().isEmpty()) {
            notices.accept(
                    "The check of the library has %,d findings: see Health in the Library."
                            .formatted(report.findings().size()));
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
