package atelier.service.bench;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.ComputeType;
import atelier.model.AtelierException;
import atelier.model.settings.DeviceChoice;
import java.util.function.LongSupplier;

/** Refuses what cannot be measured, before any work is done. */
final class FullSizeCheck {

    private static final double GIGA = 1e9;

    private final NetworkSizes sizes;
    private final LongSupplier freeMemory;

    FullSizeCheck(NetworkSizes sizes, LongSupplier freeMemory) {
        this.sizes = sizes;
        this.freeMemory = freeMemory;
    }

    /** Bytes of both networks' weights. */
    long weights(ComputeType type) {
        return sizes.parameters() * (type == ComputeType.FLOAT32 ? Float.BYTES : Short.BYTES);
    }

    /**
     * @param what is counted, in the plural
     */
    static void requireSome(int count, String what) {
        if (count < 1) {
            throw new AtelierException(
                    "%d %s cannot be measured: choose 1 or more.".formatted(count, what));
        }
    }

    static void requireSides(int width, int height, int reduction) {
        if (width < reduction
                || height < reduction
                || width % reduction != 0
                || height % reduction != 0) {
            throw new AtelierException(
                    "The size %dx%d cannot be measured: both sides must be divisible by %d."
                            .formatted(width, height, reduction));
        }
    }

    /**
     * @param beside bytes needed beside the weights
     * @param instead a command that measures with less
     */
    void requireMemory(ComputeDevice device, long beside, String instead) {
        long needed = weights(device.type()) + beside;
        long free = freeMemory.getAsLong();
        if (device.kind() == DeviceChoice.CPU && free < needed) {
            throw new AtelierException(
                    "The networks at full size need %.1f GB of memory in %s, and %.1f GB are free: close other programs, or measure a model with '%s'."
                            .formatted(
                                    needed / GIGA,
                                    device.type().label(),
                                    Math.max(free, 0) / GIGA,
                                    instead));
        }
    }
}
