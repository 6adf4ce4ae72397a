package atelier.service.library;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.HealthReport;
import atelier.model.settings.HealthChecks;
import atelier.service.job.JobQueue;
import atelier.service.settings.SettingsStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check that comes by itself. */
class WeeklyCheckTest extends OpenLibrary {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final List<String> told = new ArrayList<>();
    private SettingsStore settings;
    private WeeklyCheck weekly;
    private JobQueue queue;

    @BeforeEach
    void begin() {
        settings = new SettingsStore(workspace.settings(), SettingsStore.USUAL_DELAY, told::add);
        weekly = new WeeklyCheck(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        queue =
                new JobQueue(
                        open.database(),
                        List.of(new HealthRunner(library.health(), weekly::checked)),
                        Clock.systemUTC(),
                        System::nanoTime);
    }

    @AfterEach
    void end() {
        weekly.close();
        queue.close();
        settings.close();
    }

    private void last(boolean wanted, Duration ago) {
        settings.update(now -> now.with(new HealthChecks(wanted, NOW.minus(ago).toEpochMilli())));
    }

    @Test
    void isOrderedOnceWhenAWeekIsOverAndItIsWanted() {
        last(true, Duration.ofDays(7).minusSeconds(1));
        weekly.look(queue, "check");
        last(false, Duration.ofDays(30));
        weekly.look(queue, "check");
        assertThat(queue.jobs().jobs()).isEmpty();
        last(true, Duration.ofDays(7));
        weekly.look(queue, "check");
        weekly.look(queue, "check");
        assertThat(queue.jobs().jobs())
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.kind()).isEqualTo(JobKind.HEALTH_CHECK);
                    assertThat(job.title()).isEqualTo("check");
                });
    }

    @Test
    void looksTellsWhatItFoundAndNotesTheTime() throws Exception {
        Files.createDirectories(workspace.originals("wanderer"));
        settings.update(now -> now.with(new HealthChecks(true, 0)));
        CountDownLatch over = new CountDownLatch(1);
        queue.listen(jobs -> {
            if (jobs.jobs().stream().anyMatch(job -> job.state().isOver())) {
                over.countDown();
            }
        });
        queue.start();
        weekly.start(queue, "check", told::add);
        assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
        JobRecord job = queue.jobs().jobs().getFirst();
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.status().happened()).isEqualTo("0 things checked, 1 findings.");
        assertThat(told)
                .containsExactly(
                        "The check of the library has 1 findings: see Health in the Library.");
        assertThat(settings.get().checks()).isEqualTo(new HealthChecks(true, NOW.toEpochMilli()));
    }

    @Test
    void saysNothingWhereAllIsSound() {
        weekly.checked(new HealthReport(NOW, 3, false, List.of()));
        assertThat(told).isEmpty();
        assertThat(settings.get().checks()).isEqualTo(new HealthChecks(false, NOW.toEpochMilli()));
    }
}
