package atelier.service.training;

import atelier.service.storage.ThisProcess;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a run needs of the machine it is on, apart from what computes it.
 *
 * @param clock for {@code run.json}
 * @param version Atelier's
 * @param hashes of models
 * @param space to leave on the disk
 * @param locks of this process
 * @param requests to the runs of this process
 */
public record RunHost(
        Clock clock,
        String version,
        FileHashing hashes,
        FreeSpace space,
        RunLocks locks,
        RunRequests requests) {

    /** One with the usual space to leave on the disk; a process has one. */
    public RunHost(Clock clock, String version, FileHashing hashes) {
        this(clock, version, hashes, FreeSpace.USUAL, new RunLocks(), new RunRequests());
    }

    /** Now, to the second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The machine's name. */
    String name() {
        return ThisProcess.machine();
    }

    /** This process and its machine, in words. */
    String owner() {
        return ThisProcess.words();
    }

    /** The operating system. */
    String system() {
        return "%s %s %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }
}
