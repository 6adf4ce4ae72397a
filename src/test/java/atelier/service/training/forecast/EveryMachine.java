package atelier.service.training.forecast;

import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A machine that need not be measured. */
public final class EveryMachine implements Machine {

    public static final double RATE = 1e12;

    private final long memory;
    private final long free;

    /** One with room for all. */
    public EveryMachine() {
        this(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** One with so many bytes of memory, and so many free on the disk. */
    public EveryMachine(long memory, long free) {
        this.memory = memory;
        this.free = free;
    }

    @Override
    public double rate(Torch torch, ComputeDevice device) {
        return RATE;
    }

    @Override
    public OptionalLong memory(ComputeDevice device) {
        return OptionalLong.of(memory);
    }

    @Override
    public long free(Path file) {
        return free;
    }
}
