package atelier.engine.weights;

import atelier.model.AtelierException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Collects what is wrong with the tensors of a model, and says it in one sentence. */
final class TensorProblems {

    private static final int NAMED = 10;

    private final SequencedSet<String> missing = new LinkedHashSet<>();
    private final SequencedSet<String> surplus = new LinkedHashSet<>();
    private final SequencedSet<String> misshapen = new LinkedHashSet<>();
    private final SequencedSet<String> unusable = new LinkedHashSet<>();

    /** Compares what a file holds for a network with what the network consists of. */
    void compare(NetworkSource source, Map<String, List<Long>> expected) {
        expected.forEach((name, shape) -> {
            WeightSource tensor = source.tensors().get(name);
            if (tensor == null) {
                missing.add(source.nameInFile(name));
            } else if (!tensor.shape().equals(shape)) {
                misshapen.add(
                        "%s is %s instead of %s".formatted(tensor.name(), tensor.shape(), shape));
            } else if (!tensor.dtype().isWeight()) {
                unusable.add(tensor.name() + " is " + tensor.dtype());
            }
        });
        source.tensors()
                .forEach((name, tensor) -> {
                    if (!expected.containsKey(name)) {
                        surplus.add(tensor.name());
                    }
                });
        surplus.addAll(source.strangers());
    }

    /** Notes tensors that belong to no network at all. */
    void surplus(List<String> names) {
        surplus.addAll(names);
    }

    /**
     * Ends here if there are any.
     *
     * @param where the file or folder
     */
    void throwIfAny(String where) {
        StringJoiner parts = new StringJoiner("; ");
        add(parts, "missing", missing);
        add(parts, "surplus", surplus);
        add(parts, "misshapen", misshapen);
        add(parts, "not in fp32, fp16 or bf16", unusable);
        if (parts.length() > 0) {
            throw new AtelierException(
                    "%s does not hold the tensors of an SDXL model (%s): download it again, or choose another file."
                            .formatted(where, parts));
        }
    }

    private static void add(StringJoiner parts, String what, SequencedSet<String> names) {
        if (!names.isEmpty()) {
            String first =
                    names.stream()
                            .limit(NAMED)
                            .map(Printable::of)
                            .collect(Collectors.joining(", "));
            String rest =
                    names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "";
            parts.add("%,d %s: %s%s".formatted(names.size(), what, first, rest));
        }
    }
}
