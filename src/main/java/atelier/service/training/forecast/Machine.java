package atelier.service.training.forecast;

import atelier.engine.torch.ComputeDevice;
import atelier.engine.torch.Torch;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a run is forecast for. */
public interface Machine {

    /** Floating-point operations a second of a large matrix product, now; called on the lane. */
    double rate(Torch torch, ComputeDevice device);

    /** Bytes of memory that a run may take on the device in all; empty where it is not known. */
    OptionalLong memory(ComputeDevice device);

    /** Bytes that are free on the disk where a file will lie. */
    long free(Path file);
}
