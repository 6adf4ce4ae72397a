package atelier.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a network takes and gives.
 *
 * @param inputs in the file's order
 * @param outputs likewise
 */
public record Signature(List<TensorPort> inputs, List<TensorPort> outputs) {

    /** Copies the lists. */
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** One that takes one array and gives one. */
    public static Signature of(TensorPort input, TensorPort output) {
        return new Signature(List.of(input), List.of(output));
    }

    static Signature of(OrtSession session) throws OrtException {
        return new Signature(
                ports(session.getInputNames(), session.getInputInfo()),
                ports(session.getOutputNames(), session.getOutputInfo()));
    }

    private static List<TensorPort> ports(Set<String> names, Map<String, NodeInfo> nodes) {
        return names.stream().map(nodes::get).map(Signature::port).toList();
    }

    private static TensorPort port(NodeInfo node) {
        if (node.getInfo() instanceof TensorInfo tensor) {
            return new TensorPort(
                    node.getName(),
                    ElementType.of(tensor.onnxType),
                    Arrays.stream(tensor.getShape())
                            .map(extent -> extent < 0 ? TensorPort.ANY : extent)
                            .boxed()
                            .toList());
        }
        return new TensorPort(node.getName(), ElementType.OTHER, List.of());
    }

    /**
     * Whether a network of that signature can be used as one of this. It must take no more than
     * this asks for, and may give more. Arrays without a name are found by their place.
     */
    public boolean accepts(Signature found) {
        return found.inputs.size() == inputs.size()
                && accepts(inputs, found.inputs)
                && accepts(outputs, found.outputs);
    }

    private static boolean accepts(List<TensorPort> asked, List<TensorPort> found) {
        for (int place = 0; place < asked.size(); place++) {
            TensorPort port = asked.get(place);
            List<TensorPort> candidates =
                    port.name().isEmpty()
                            ? found.stream().skip(place).limit(1).toList()
                            : found.stream().filter(one -> one.name().equals(port.name())).toList();
            if (candidates.stream().noneMatch(port::accepts)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Refuses a network that cannot be used as one of this signature.
     *
     * @param purpose what the network is needed for: "restoring faces"
     * @throws AtelierException which says what the file's network is and what is needed
     */
    public void require(Path file, Signature found, String purpose) {
        if (!accepts(found)) {
            throw refusal(file, found, purpose, described());
        }
    }

    /** What is said of a network that is of no use. */
    public static AtelierException refusal(
            Path file, Signature found, String purpose, String needed) {
        return new AtelierException(
                "%s holds no network for %s: it is one of %s, and %s is needed; choose another file."
                        .formatted(file, purpose, found.described(), needed));
    }

    /** As people read it: {@code x float32 [1, 3] → y float32 [1, 5]}. */
    public String described() {
        return described(inputs) + " → " + described(outputs);
    }

    private static String described(List<TensorPort> ports) {
        return ports.stream().map(TensorPort::described).collect(Collectors.joining(", "));
    }
}
