package atelier.service.training.forecast;

import atelier.model.training.ForecastNeed;
import atelier.model.training.ForecastPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what does not fit into the machine, with figures and what to do. */
final class ForecastCheck {

    /** Bytes of the disk that stay free. */
    static final long LEAST_FREE = 2_000_000_000;

    /** Other programs need some memory, too, and forecasts are not exact. */
    private static final double TIGHT = 0.85;

    private static final double GIGA = 1e9;

    private ForecastCheck() {}

    static Optional<String> memoryObstacle(ForecastNeed memory, String instead) {
        Long there = memory.available();
        if (there == null || memory.bytes() <= there) {
            return Optional.empty();
        }
        return Optional.of(
                "The run needs about %s of memory (%s), and it may take %s here: set %s, or start it all the same with --anyway."
                        .formatted(giga(memory.bytes()), parts(memory), giga(there), instead));
    }

    static Optional<String> memoryWarning(ForecastNeed memory, String instead) {
        Long there = memory.available();
        if (there == null || memory.bytes() > there || memory.bytes() <= TIGHT * there) {
            return Optional.empty();
        }
        return Optional.of(
                "The run needs about %s of the %s of memory that it may take: close other programs, or set %s."
                        .formatted(giga(memory.bytes()), giga(there), instead));
    }

    /** What to set to take less memory. */
    static String instead(boolean full, boolean checkpointed) {
        if (full) {
            return "method=lora, or a smaller resolution or batchSize";
        }
        return checkpointed
                ? "a smaller resolution, batchSize or rank"
                : "checkpointing=on, or a smaller resolution, batchSize or rank";
    }

    static Optional<String> diskObstacle(ForecastNeed disk, Path run) {
        @Nullable Long free = disk.available();
        if (free == null || free - disk.bytes() >= LEAST_FREE) {
            return Optional.empty();
        }
        return Optional.of(
                "The run writes about %s (%s), and %s are free where %s lies, of which %s are to stay free: make room, choose another folder, or start it all the same with --anyway."
                        .formatted(
                                giga(disk.bytes()),
                                parts(disk),
                                giga(free),
                                run,
                                giga(LEAST_FREE)));
    }

    private static String parts(ForecastNeed need) {
        List<ForecastPart> shown =
                need.parts().stream().filter(part -> part.bytes() >= GIGA / 20).toList();
        return shown.stream()
                .map(part -> part.what() + " " + giga(part.bytes()))
                .collect(Collectors.joining(", "));
    }

    private static String giga(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
}
