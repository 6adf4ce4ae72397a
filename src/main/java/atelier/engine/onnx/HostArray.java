package atelier.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Numbers that go into a network. */
public final class HostArray {

    private final Maker maker;

    /** Hands the numbers to the runtime. */
    @FunctionalInterface
    private interface Maker {
        OnnxTensor make(OrtEnvironment environment) throws OrtException;
    }

    private HostArray(Maker maker) {
        this.maker = maker;
    }

    /** Numbers of 32 bits, row-major; not copied before the run. */
    public static HostArray of(float[] numbers, long... shape) {
        return new HostArray(environment ->
                OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), shape));
    }

    /** Numbers of 64 bits, row-major; not copied before the run. */
    public static HostArray of(double[] numbers, long... shape) {
        return new HostArray(environment ->
                OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape));
    }

    OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
        return maker.make(environment);
    }
}
