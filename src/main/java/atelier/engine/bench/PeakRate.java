package atelier.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;

/**
 * How fast this machine multiplies at best: one large matrix product and one large convolution,
 * with which a network's rate is compared.
 */
public final class PeakRate implements AutoCloseable {

    private static final int SIDE = 4096;
    private static final int CHANNELS = 1280;
    private static final int PIXELS = 64;
    private static final int KERNEL = 3;

    private final Torch torch;
    private final NDManager owner;
    private final Program program;
    private final ProductRate product;
    private final NDArray picture;
    private final NDArray kernel;

    /** Draws the operands, in that element type. */
    public PeakRate(Torch torch, ComputeType type) {
        this.torch = torch;
        this.owner = torch.newManager();
        this.program = torch.load("bench/peak");
        this.product = new ProductRate(torch, type, SIDE);
        this.picture = random(type, 1, CHANNELS, PIXELS, PIXELS);
        this.kernel = random(type, CHANNELS, CHANNELS, KERNEL, KERNEL);
    }

    private NDArray random(ComputeType type, long... shape) {
        try (NDManager call = torch.newManager()) {
            return torch.cast(owner, call.randomNormal(new Shape(shape)), type);
        }
    }

    /** Floating-point operations a second of a product of two 4096 × 4096 matrices, now. */
    public double product() {
        return product.now();
    }

    /** The same of a 3 × 3 convolution, 1280 channels to 1280 at 64 × 64. */
    public double convolution() {
        double products = (double) CHANNELS * CHANNELS * KERNEL * KERNEL;
        return ProductRate.rate(
                torch, program, "convolution", picture, kernel, 2 * products * PIXELS * PIXELS);
    }

    @Override
    public void close() {
        product.close();
        program.close();
        owner.close();
    }
}
