package atelier.service.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run needs of the machine it is on, apart from what computes it.
 *
 * @param clock for {@code run.json}
 * @param version Atelier's
 * @param hashes of models
 * @param space to leave on the disk
 * @param locks of this process
 */
public record RunHost(
        Clock clock, String version, FileHashing hashes, FreeSpace space, RunLocks locks) {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    /** One with the usual space to leave on the disk; a process has one. */
    public RunHost(Clock clock, String version, FileHashing hashes) {
        this(clock, version, hashes, FreeSpace.USUAL, new RunLocks());
    }

    /** Now, to the second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The machine's name, as the system has it: a look-up would ask the network. */
    String name() {
        try {
            return Files.exists(LINUX) ? Files.readString(LINUX).strip() : ofEnvironment();
        } catch (IOException e) {
            return ofEnvironment();
        }
    }

    private static String ofEnvironment() {
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("this machine");
    }

    /** This process and its machine, in words. */
    String owner() {
        return "process %d on %s".formatted(ProcessHandle.current().pid(), name());
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
