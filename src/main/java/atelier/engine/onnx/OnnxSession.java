package atelier.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A network in an ONNX file, run by ONNX Runtime on the processor. Like all that computes, it runs
 * on the lane, so that the two libraries do not take the cores from each other.
 */
public final class OnnxSession implements AutoCloseable {

    private static final String SPINNING = "session.intra_op.allow_spinning";

    private final Lane lane;
    private final Path file;
    private final OrtSession session;

    private OnnxSession(Lane lane, Path file, OrtSession session) {
        this.lane = lane;
        this.file = file;
        this.session = session;
    }

    /**
     * Loads a network.
     *
     * @throws AtelierException if the file is missing or no ONNX network that the runtime can run
     */
    public static OnnxSession open(Lane lane, Path file) {
        lane.check();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            // Threads that wait would take the cores from LibTorch's.
            options.addConfigEntry(SPINNING, "0");
            return new OnnxSession(lane, file, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new AtelierException(
                    "%s cannot be loaded as an ONNX network (%s): get the file again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Extents of the first input, −1 where any will do.
     *
     * @throws AtelierException if the network takes no tensor
     */
    public long[] inputShape() {
        lane.check();
        try {
            if (session.getInputInfo().values().iterator().next().getInfo()
                    instanceof TensorInfo tensor) {
                return tensor.getShape();
            }
            throw new AtelierException(
                    file
                            + " takes no tensor and so is no network for pictures: choose another file.");
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How many numbers the output has for each of its rows.
     *
     * @param usual where the network does not tell
     */
    public int outputWidth(int usual) {
        lane.check();
        try {
            if (session.getOutputInfo().values().iterator().next().getInfo()
                    instanceof TensorInfo tensor) {
                long[] shape = tensor.getShape();
                long last = shape.length == 0 ? -1 : shape[shape.length - 1];
                return last > 0 ? Math.toIntExact(last) : usual;
            }
            return usual;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a network of one input and one output, both fp32.
     *
     * @param input row-major
     * @param shape of the input
     * @return the output, row-major
     * @throws AtelierException if the network cannot take such an input
     */
    public float[] run(float[] input, long... shape) {
        return run(List.of(input), shape);
    }

    /**
     * Runs a network of one output, all fp32.
     *
     * @param inputs in the order in which the network declares them, row-major, all of one shape
     * @param shape of each of them
     * @return the output, row-major
     * @throws AtelierException if the network cannot take such inputs
     */
    public float[] run(List<float[]> inputs, long... shape) {
        lane.check();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            Iterator<String> names = session.getInputNames().iterator();
            for (float[] input : inputs) {
                tensors.put(
                        names.next(),
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] numbers = new float[output.remaining()];
                output.get(numbers);
                return numbers;
            }
        } catch (OrtException | NoSuchElementException e) {
            throw new AtelierException(
                    "The network in %s does not run on this input (%s): get the file again."
                            .formatted(file, e.getMessage()),
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        lane.check();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
