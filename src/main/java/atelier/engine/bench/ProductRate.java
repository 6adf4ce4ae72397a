package atelier.engine.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;

/** How fast this machine multiplies two square matrices, which is about its best at anything. */
public final class ProductRate implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Torch torch;
    private final NDManager owner;
    private final Program program;
    private final int side;
    private final NDArray matrix;

    /**
     * Draws a matrix.
     *
     * @param side how many rows it has
     */
    public ProductRate(Torch torch, ComputeType type, int side) {
        this.torch = torch;
        this.side = side;
        this.owner = torch.newManager();
        this.program = torch.load("bench/peak");
        try (NDManager call = torch.newManager()) {
            this.matrix = torch.cast(owner, call.randomNormal(new Shape(side, side)), type);
        }
    }

    /** Floating-point operations a second of its product with itself, now. */
    public double now() {
        return rate(torch, program, "product", matrix, matrix, 2.0 * side * side * side);
    }

    /**
     * Floating-point operations a second of a method of two arrays.
     *
     * @param operations that it takes
     */
    static double rate(
            Torch torch, Program program, String method, NDArray x, NDArray y, double operations) {
        try (NDManager call = torch.newManager()) {
            long begin = System.nanoTime();
            NDArray result = program.call(call, method, x, y);
            // A GPU computes behind the caller's back until something asks for a value.
            torch.toFloats(result.flatten().get("0:1"));
            return operations / ((System.nanoTime() - begin) / NANOS);
        }
    }

    @Override
    public void close() {
        program.close();
        owner.close();
    }
}
