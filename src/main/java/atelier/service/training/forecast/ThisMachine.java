package atelier.service.training.forecast;

import atelier.engine.bench.ProductRate;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.model.settings.DeviceChoice;
import atelier.service.job.MachineMemory;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** The machine that this process runs on. */
public final class ThisMachine implements Machine {

    /** Large enough to keep all cores busy; a tenth of a second on a few of them. */
    private static final int SIDE = 2048;

    /** The first product comes before threads and buffers are there. */
    private static final int TRIES = 3;

    @Override
    public double rate(Torch torch, ComputeDevice device) {
        double best = 0;
        try (ProductRate product = new ProductRate(torch, device.type(), SIDE)) {
            for (int i = 0; i < TRIES; i++) {
                best = Math.max(best, product.now());
            }
        }
        return best;
    }

    private final LongSupplier limit;

    /**
     * @param limit bytes that a training may take; 0 for as much as there is
     */
    public ThisMachine(LongSupplier limit) {
        this.limit = limit;
    }

    @Override
    public OptionalLong memory(ComputeDevice device) {
        long allowed = limit.getAsLong();
        if (device.kind() == DeviceChoice.CPU) {
            long total = MachineMemory.total();
            return OptionalLong.of(allowed > 0 ? Math.min(allowed, total) : total);
        }
        return allowed > 0 ? OptionalLong.of(allowed) : OptionalLong.empty();
    }

    @Override
    public long free(Path file) {
        Path there = file.toAbsolutePath();
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw FileFailures.reading(there, e);
        }
    }
}
