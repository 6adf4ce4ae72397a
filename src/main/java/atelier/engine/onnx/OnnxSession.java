package atelier.engine.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;

/**
 * A network in an ONNX file, run by ONNX Runtime. Like all that computes, it runs on the lane, so
 * that the two libraries do not take the cores from each other.
 *
 * <p>It closes on the lane, too, and so never while a run is in flight; a run that is to stop ends
 * between two of its operators.
 */
public final class OnnxSession implements AutoCloseable {

    private static final String SPINNING = "session.intra_op.allow_spinning";

    private final Lane lane;
    private final Path file;
    private final OrtSession session;
    private final Signature signature;
    private final String graph;

    private OnnxSession(Lane lane, Path file, OrtSession session) throws OrtException {
        this.lane = lane;
        this.file = file;
        this.session = session;
        this.signature = Signature.of(session);
        this.graph = session.getMetadata().getGraphName();
    }

    /** What its writer called the network; may be empty. */
    public String graph() {
        return graph;
    }

    /**
     * Loads a network that runs on the processor.
     *
     * @throws AtelierException if the file is missing or no ONNX network that the runtime can run
     */
    public static OnnxSession open(Lane lane, Path file) {
        return open(lane, ExecutionProvider.CPU, file);
    }

    static OnnxSession open(Lane lane, ExecutionProvider provider, Path file) {
        lane.check();
        if (!Files.isRegularFile(file)) {
            throw new AtelierException(
                    "There is no network %s: check the name, or download it again."
                            .formatted(file));
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            // Threads that wait would take the cores from LibTorch's.
            options.addConfigEntry(SPINNING, "0");
            provider.addTo(options);
            return new OnnxSession(lane, file, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new AtelierException(
                    "%s cannot be loaded as an ONNX network (%s): get the file again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** What it takes and gives. */
    public Signature signature() {
        return signature;
    }

    /** The file that it came from. */
    public Path file() {
        return file;
    }

    /**
     * Extents of the first input, −1 where any will do.
     *
     * @throws AtelierException if the network takes no tensor
     */
    public long[] inputShape() {
        List<TensorPort> inputs = signature.inputs();
        if (inputs.isEmpty() || inputs.getFirst().type() == ElementType.OTHER) {
            throw new AtelierException(
                    file
                            + " takes no tensor and so is no network for pictures: choose another file.");
        }
        return inputs.getFirst().shape().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * How many numbers the output has for each of its rows.
     *
     * @param usual where the network does not tell
     */
    public int outputWidth(int usual) {
        List<Long> shape = signature.outputs().getFirst().shape();
        long last = shape.isEmpty() ? TensorPort.ANY : shape.getLast();
        return last > 0 ? Math.toIntExact(last) : usual;
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
        return run(
                        inputs.stream().map(input -> HostArray.of(input, shape)).toList(),
                        new CancelToken())
                .firstEntry()
                .getValue();
    }

    /**
     * Runs any network; of its outputs those of fp32 count.
     *
     * @param inputs in the order in which the network declares them
     * @param cancel ends the run within an operator's time
     * @return the outputs by name, in the network's order, row-major
     * @throws AtelierException if the network cannot take such inputs
     * @throws atelier.model.job.CancelledException if stopping was asked for
     */
    @SuppressWarnings("try") // the watch is there to be closed
    public SequencedMap<String, float[]> run(List<HostArray> inputs, CancelToken cancel) {
        lane.check();
        cancel.check();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                CancelToken.Watch watch = cancel.watch(() -> terminate(options))) {
            Iterator<String> names = session.getInputNames().iterator();
            for (HostArray input : inputs) {
                tensors.put(names.next(), input.tensor(environment));
            }
            try (OrtSession.Result result = session.run(tensors, options)) {
                return numbers(result);
            }
        } catch (OrtException | NoSuchElementException e) {
            cancel.check();
            throw new AtelierException(
                    "The network in %s does not run on this input (%s): get the file again."
                            .formatted(file, e.getMessage()),
                    e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SequencedMap<String, float[]> numbers(OrtSession.Result result) {
        SequencedMap<String, float[]> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, OnnxValue> output : result) {
            if (output.getValue() instanceof OnnxTensor tensor
                    && tensor.getInfo().type == OnnxJavaType.FLOAT) {
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] numbers = new float[buffer.remaining()];
                buffer.get(numbers);
                outputs.put(output.getKey(), numbers);
            }
        }
        return outputs;
    }

    /**
     * Runs once on zeros. On a GPU the first run of a shape chooses and compiles what all later
     * ones use, so that it takes much longer than they do.
     *
     * @param side stands for extents that are not fixed, but for the first, which is 1
     */
    public void warmUp(int side, CancelToken cancel) {
        run(signature.inputs().stream().map(port -> zeros(port, side)).toList(), cancel);
    }

    private static HostArray zeros(TensorPort port, int side) {
        long[] shape = port.shape().stream().mapToLong(Long::longValue).toArray();
        long count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] == TensorPort.ANY) {
                shape[axis] = axis == 0 ? 1 : side;
            }
            count *= shape[axis];
        }
        return port.type() == ElementType.FLOAT64
                ? HostArray.of(new double[Math.toIntExact(count)], shape)
                : HostArray.of(new float[Math.toIntExact(count)], shape);
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
