package atelier.service.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory this machine has. */
public final class MachineMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final long KIBIBYTE = 1024;

    private MachineMemory() {}

    /** Bytes in all, or as many as this process's container may have. */
    public static long total() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    /**
     * Bytes that can be had without swapping, page cache counted as free. Only Linux tells;
     * elsewhere it is all there are, as what other systems call free leaves out what they would
     * give up.
     */
    public static long available() {
        try {
            Matcher matcher =
                    AVAILABLE.matcher(Files.exists(MEMINFO) ? Files.readString(MEMINFO) : "");
            return matcher.find()
                    ? Math.min(total(), Long.parseLong(matcher.group(1)) * KIBIBYTE)
                    : total();
        } catch (IOException _) {
            return total();
        }
    }
}
