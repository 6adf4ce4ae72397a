package atelier.engine.sdxl.prompt;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The time that a thread spends computing, whatever else the machine does meanwhile. */
final class CpuTime {

    private CpuTime() {}

    /** What that work takes on this thread. */
    static Duration of(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }
}
