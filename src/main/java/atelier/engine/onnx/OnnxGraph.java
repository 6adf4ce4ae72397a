package atelier.engine.onnx;

import atelier.engine.protobuf.Message;
import atelier.engine.weights.AtomicFile;
import atelier.engine.weights.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A network being written as ONNX ({@code onnx.proto}, version 8 of the format, operators of
 * version 17): nodes in the order of computing, each called by the name of its result.
 *
 * <p>Weights are kept as fp16, at half the size; the runtime turns them into fp32 once, when it
 * loads the file.
 */
public final class OnnxGraph {

    private static final long FORMAT = 8;
    private static final long OPERATORS = 17;
    private static final String PRODUCER = "Atelier";

    // Fields of ModelProto and OperatorSetIdProto.
    private static final int IR_VERSION = 1;
    private static final int PRODUCER_NAME = 2;
    private static final int GRAPH = 7;
    private static final int OPSET_IMPORT = 8;
    private static final int VERSION = 2;

    // Fields of GraphProto.
    private static final int NODE = 1;
    private static final int NAME = 2;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    // Fields of NodeProto.
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int OP_TYPE = 4;
    private static final int ATTRIBUTE = 5;

    // Fields of TensorProto.
    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int RAW_DATA = 9;

    // Fields of ValueInfoProto, TypeProto, TypeProto.Tensor and TensorShapeProto.
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TENSOR_TYPE = 1;
    private static final int ELEMENT_TYPE = 1;
    private static final int SHAPE = 2;
    private static final int DIMENSION = 1;
    private static final int DIMENSION_VALUE = 1;
    private static final int DIMENSION_NAME = 2;

    private final Message graph = new Message();

    /** An empty graph. */
    public OnnxGraph(String name) {
        graph.text(NAME, name);
    }

    /**
     * Declares what goes in: fp32.
     *
     * @param shape of one; the first axis, before these, counts them
     * @return its name
     */
    public String input(String name, long... shape) {
        graph.message(INPUT, value(counted(name, shape)));
        return name;
    }

    /**
     * Declares what goes in, as it stands.
     *
     * @return its name
     */
    public String input(TensorPort port) {
        graph.message(INPUT, value(port));
        return port.name();
    }

    /** Declares what comes out: fp32, the result of a node. */
    public void output(String name, long... shape) {
        graph.message(OUTPUT, value(counted(name, shape)));
    }

    /** Declares what comes out, as it stands: the result of a node. */
    public void output(TensorPort port) {
        graph.message(OUTPUT, value(port));
    }

    /**
     * Adds trained numbers.
     *
     * @return the name of what computes with them
     */
    public String weight(String name, FloatTensor numbers) {
        byte[] content = new byte[Short.BYTES * numbers.values().length];
        ByteBuffer halves = littleEndian(content);
        for (float number : numbers.values()) {
            halves.putShort(Float.floatToFloat16(number));
        }
        String stored = name + ".fp16";
        long[] shape = numbers.shape().stream().mapToLong(Long::longValue).toArray();
        graph.message(INITIALIZER, tensor(stored, ElementType.FLOAT16, content, shape));
        return node(
                "Cast",
                name,
                List.of(stored),
                OnnxAttribute.whole("to", ElementType.FLOAT32.code()));
    }

    /** Adds whole numbers that belong to the structure, such as a shape. */
    public String wholes(String name, long... numbers) {
        byte[] content = new byte[Long.BYTES * numbers.length];
        ByteBuffer longs = littleEndian(content);
        for (long number : numbers) {
            longs.putLong(number);
        }
        graph.message(INITIALIZER, tensor(name, ElementType.INT64, content, numbers.length));
        return name;
    }

    /** Adds real numbers that belong to the structure, fp32. */
    public String reals(String name, float... numbers) {
        byte[] content = new byte[Float.BYTES * numbers.length];
        ByteBuffer floats = littleEndian(content);
        for (float number : numbers) {
            floats.putFloat(number);
        }
        graph.message(INITIALIZER, tensor(name, ElementType.FLOAT32, content, numbers.length));
        return name;
    }

    /**
     * Adds a node.
     *
     * @param operator as ONNX calls it
     * @param result name of its only result, unlike any other
     * @param inputs names, in order
     * @return the result's name
     */
    public String node(
            String operator, String result, List<String> inputs, OnnxAttribute... attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(NODE_INPUT, input));
        node.text(NODE_OUTPUT, result).text(NODE_NAME, result).text(OP_TYPE, operator);
        for (OnnxAttribute attribute : attributes) {
            node.message(ATTRIBUTE, attribute.message());
        }
        graph.message(NODE, node);
        return result;
    }

    /** The file's content. */
    byte[] toBytes() {
        return new Message()
                .whole(IR_VERSION, FORMAT)
                .text(PRODUCER_NAME, PRODUCER)
                .message(GRAPH, graph)
                .message(OPSET_IMPORT, new Message().whole(VERSION, OPERATORS))
                .toBytes();
    }

    /**
     * Writes the file, replacing one of that name.
     *
     * @throws atelier.model.AtelierException if the folder cannot be written or is full
     */
    public void write(Path file) {
        AtomicFile.write(file, toBytes());
    }

    private static TensorPort counted(String name, long... shape) {
        return TensorPort.floats(
                name,
                LongStream.concat(LongStream.of(TensorPort.ANY), LongStream.of(shape)).toArray());
    }

    /** Extents that are not fixed get a name: the first counts, the others are the array's own. */
    private static Message value(TensorPort port) {
        Message extents = new Message();
        for (int axis = 0; axis < port.shape().size(); axis++) {
            long extent = port.shape().get(axis);
            extents.message(
                    DIMENSION,
                    extent == TensorPort.ANY
                            ? new Message()
                                    .text(DIMENSION_NAME, axis == 0 ? "batch" : port.name() + axis)
                            : new Message().whole(DIMENSION_VALUE, extent));
        }
        Message type =
                new Message().whole(ELEMENT_TYPE, port.type().code()).message(SHAPE, extents);
        return new Message()
                .text(VALUE_NAME, port.name())
                .message(VALUE_TYPE, new Message().message(TENSOR_TYPE, type));
    }

    private static Message tensor(String name, ElementType type, byte[] content, long... shape) {
        Message tensor = new Message();
        for (long extent : shape) {
            tensor.whole(DIMS, extent);
        }
        return tensor.whole(DATA_TYPE, type.code())
                .text(TENSOR_NAME, name)
                .bytes(RAW_DATA, content);
    }

    private static ByteBuffer littleEndian(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
