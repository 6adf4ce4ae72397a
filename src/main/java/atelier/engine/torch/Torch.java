package atelier.engine.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * LibTorch on one device: programs, arrays and gradient mode. Everything here runs on the lane
 * only.
 *
 * <p>Arrays belong to an {@link NDManager} and die with it: one for each run, step and call, closed
 * by try-with-resources.
 */
public final class Torch implements AutoCloseable {

    private final Lane lane;
    private final NDManager manager;
    private final Program tensors;

    /** Starts LibTorch on that processor. */
    public static Torch open(Lane lane, ComputeDevice device) {
        return new Torch(lane, device.device());
    }

    /** Starts LibTorch, or joins it where it runs, with gradients off. */
    public Torch(Lane lane, Device device) {
        lane.check();
        this.lane = lane;
        this.manager = NDManager.newBaseManager(device, "PyTorch");
        // The profiling executor would specialise a program again for each new shape, so that
        // results would depend on what was computed before. The switch is the thread's own.
        JniUtils.setGraphExecutorOptimize(false);
        JniUtils.setGradMode(false);
        this.tensors = load("torch/tensors");
    }

    /** The thread that everything runs on. */
    public Lane lane() {
        return lane;
    }

    /** The device's outermost manager: what is made by it lives until this object is closed. */
    public NDManager manager() {
        return manager;
    }

    /** A manager for the arrays of one run, step or call. */
    public NDManager newManager() {
        return manager.newSubManager();
    }

    /** Loads the program of a resource file; see {@link ProgramSource} for its name. */
    public Program load(String name) {
        lane.check();
        byte[] archive = ProgramArchive.of(ProgramSource.of(name));
        try {
            PtSymbolBlock module =
                    JniUtils.loadModule(
                            (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
            return new Program(this, name, module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies values to the device as fp32. */
    public NDArray floats(NDManager owner, float[] values, long... shape) {
        lane.check();
        return owner.create(values, new Shape(shape));
    }

    /**
     * Copies equally long rows to the device as fp32, one after another.
     *
     * @param shape of each row
     * @return [rows, shape…]
     */
    public NDArray rows(NDManager owner, List<float[]> rows, long... shape) {
        int length = rows.getFirst().length;
        float[] all = new float[length * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * length, length);
        }
        return floats(
                owner,
                all,
                LongStream.concat(LongStream.of(rows.size()), LongStream.of(shape)).toArray());
    }

    /** Copies whole numbers to the device. */
    public NDArray longs(NDManager owner, long[] values, long... shape) {
        lane.check();
        return owner.create(values, new Shape(shape));
    }

    /**
     * A whole number for a program's dictionary; kept beside the processor, where programs read it.
     */
    public NDArray number(NDManager owner, long value) {
        lane.check();
        return owner.create(new long[] {value}, new Shape()).toDevice(Device.cpu(), false);
    }

    /** Real numbers for a program, fp64; kept beside the processor, too. */
    public NDArray reals(NDManager owner, double... values) {
        lane.check();
        return owner.create(values).toDevice(Device.cpu(), false);
    }

    /** An fp32 array of zeros. */
    public NDArray zeros(NDManager owner, long... shape) {
        lane.check();
        return owner.zeros(new Shape(shape), DataType.FLOAT32);
    }

    /**
     * Wraps bytes without a copy; on a GPU they are copied there.
     *
     * @param bytes direct and little-endian; must stay valid as long as the array
     * @param type fp32 or fp16, as DJL cannot name bf16
     */
    public NDArray wrap(NDManager owner, ByteBuffer bytes, ComputeType type, long... shape) {
        lane.check();
        return switch (type) {
            case FLOAT32 -> owner.create(bytes, new Shape(shape), DataType.FLOAT32);
            case FLOAT16 -> owner.create(bytes, new Shape(shape), DataType.FLOAT16);
            case BFLOAT16 -> throw new IllegalArgumentException("bf16 comes by mapFile or cast");
        };
    }

    /**
     * Maps a whole file, without reading it, as one flat array of elements of that type. Writes to
     * the array stay private.
     *
     * <p>The mapping lasts until the array and every slice of it are closed. The file must not
     * shrink meanwhile: a page that is gone ends the process.
     */
    public NDArray mapFile(NDManager owner, Path file, ComputeType type, long elements) {
        try (NDManager call = newManager()) {
            // A path reaches a program as the key of a dictionary: DJL passes nothing but tensors
            // to calls that may enter autograd.
            Weights path = Weights.of(Map.of(file.toString(), number(call, 0)));
            return tensors.call(
                    owner, "map_file", path, number(call, elements), number(call, type.code()));
        }
    }

    /** Elements {@code begin} to {@code end} of a flat array, without a copy, in that shape. */
    public NDArray slice(NDManager owner, NDArray flat, long begin, long end, long... shape) {
        try (NDManager call = newManager();
                NDArray part =
                        tensors.call(call, "slice", flat, number(call, begin), number(call, end))) {
            NDArray shaped = part.reshape(new Shape(shape));
            shaped.attach(owner);
            return shaped;
        }
    }

    /** The array in another element type; the same values where it has that type already. */
    public NDArray cast(NDManager owner, NDArray array, ComputeType type) {
        return tensors.call(owner, "to_" + type.label(), array);
    }

    /** The same values in memory of their own. */
    public NDArray copy(NDManager owner, NDArray array) {
        return tensors.call(owner, "copy_of", array);
    }

    /** An array whose values are whatever the memory held; to be filled by {@link #copyInto}. */
    NDArray uninitialized(NDManager owner, ComputeType type, long... shape) {
        Shape wanted = new Shape(shape);
        try (NDManager call = newManager()) {
            NDArray flat =
                    tensors.call(
                            call,
                            "empty",
                            zeros(call, 1),
                            number(call, wanted.size()),
                            number(call, type.code()));
            NDArray shaped = flat.reshape(wanted);
            shaped.attach(owner);
            return shaped;
        }
    }

    /**
     * Overwrites some elements of an array, counted row by row, with values of any float type.
     *
     * @param first index of the first
     */
    void copyInto(NDArray array, long first, NDArray values) {
        try (NDManager call = newManager()) {
            tensors.call(call, "copy_into", array, number(call, first), values);
        }
    }

    /** Where a contiguous array of less than 2 GB lies; valid as long as the array. */
    ByteBuffer memory(NDArray array) {
        lane.check();
        return ((PtNDArray) array).toByteBuffer(true).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Copies an array of any float type back, row-major. */
    public float[] toFloats(NDArray array) {
        lane.check();
        if (array.getDataType() == DataType.FLOAT32) {
            return array.toFloatArray();
        }
        try (NDManager call = newManager()) {
            return cast(call, array, ComputeType.FLOAT32).toFloatArray();
        }
    }

    /** Runs work that records gradients, and turns them off again. */
    public <T> T withGradients(Supplier<T> work) {
        lane.check();
        JniUtils.setGradMode(true);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    @Override
    public void close() {
        lane.check();
        tensors.close();
        manager.close();
    }
}
