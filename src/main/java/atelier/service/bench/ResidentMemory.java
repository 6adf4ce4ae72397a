package atelier.service.bench;

import atelier.engine.torch.NativeMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** This process's memory as Linux counts it; elsewhere it is not known. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");
    private static final long KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Gives freed memory back and counts the peak anew from here. */
    static void forgetPeak() {
        NativeMemory.trim();
        try {
            if (Files.isWritable(RESET)) {
                // 5 asks the kernel to begin at the present size.
                Files.writeString(RESET, "5");
            }
        } catch (IOException _) {
            // The peak then still is that of earlier work, and an upper bound.
        }
    }

    /** Most bytes held at once since the peak was forgotten; null where it is not known. */
    static @Nullable Long peak() {
        try {
            Matcher matcher = PEAK.matcher(Files.exists(STATUS) ? Files.readString(STATUS) : "");
            return matcher.find() ? Long.parseLong(matcher.group(1)) * KIBIBYTE : null;
        } catch (IOException _) {
            return null;
        }
    }
}
