package atelier.service.job;

import atelier.engine.torch.ComputeDevice;
import atelier.model.settings.DeviceChoice;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** How much memory a job may take, by its owner's choice and by what the machine has. */
public final class MemoryLimit {

    /** As much as there is. */
    public static final MemoryLimit NONE = new MemoryLimit(() -> 0);

    private final LongSupplier bytes;

    /**
     * @param bytes that a job may take; 0 for as much as there is
     */
    public MemoryLimit(LongSupplier bytes) {
        this.bytes = bytes;
    }

    /** Bytes that its owner allows; empty where nothing was chosen. */
    public OptionalLong chosen() {
        long allowed = bytes.getAsLong();
        return allowed > 0 ? OptionalLong.of(allowed) : OptionalLong.empty();
    }

    /** Bytes that a job may take on a device in all; empty where that is not known. */
    public OptionalLong on(ComputeDevice device) {
        OptionalLong chosen = chosen();
        if (device.kind() == DeviceChoice.CPU) {
            long total = MachineMemory.total();
            return OptionalLong.of(Math.min(chosen.orElse(total), total));
        }
        return chosen;
    }
}
