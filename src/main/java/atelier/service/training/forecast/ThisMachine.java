package atelier.service.training.forecast;

import atelier.engine.bench.ProductRate;
import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import atelier.service.job.MemoryLimit;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

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

    private final MemoryLimit limit;

    /**
     * @param limit of what a training may take
     */
    public ThisMachine(MemoryLimit limit) {
        this.limit = limit;
    }

    @Override
    public OptionalLong memory(ComputeDevice device) {
        return limit.on(device);
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
