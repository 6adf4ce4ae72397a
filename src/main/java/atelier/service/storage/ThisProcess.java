package atelier.service.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What this process is called where it leaves its name. */
public final class ThisProcess {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private ThisProcess() {}

    /** The machine's name, as the system has it: a look-up would ask the network. */
    public static String machine() {
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
    public static String words() {
        return "process %d on %s".formatted(ProcessHandle.current().pid(), machine());
    }
}
