package atelier.model.settings;

import java.util.Map;

/**
 * What a workspace takes of the disk.
 *
 * @param bytes of each part; every part is there
 * @param free bytes that are left on the disk
 */
public record DiskUse(Map<Part, Long> bytes, long free) {

    /** What lies in a workspace. */
    public enum Part {
        /** Pictures and captions. */
        CHARACTERS,
        /** Checkpoints, states and logs of training runs. */
        RUNS,
        /** What runs turned pictures and captions into; it is computed again where it is needed. */
        CACHES,
        /** Finished adapters. */
        ADAPTERS,
        /** Generated images. */
        IMAGES,
        /** Models. */
        MODELS,
        /** What was thrown away. */
        TRASH
    }

    /** Copies the map. */
    public DiskUse {
        bytes = Map.copyOf(bytes);
    }

    /** Bytes of a part. */
    public long of(Part part) {
        return bytes.getOrDefault(part, 0L);
    }

    /** Bytes of all parts. */
    public long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
