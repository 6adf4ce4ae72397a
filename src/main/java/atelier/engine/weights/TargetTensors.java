package atelier.engine.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The tensors that a converted model's files will hold, under the names of its new layout. */
final class TargetTensors {

    private TargetTensors() {}

    /**
     * One network's tensors in the diffusers layout.
     *
     * @param dtype the new type; null keeps each tensor's own
     */
    static SequencedMap<String, ConvertedTensor> diffusers(
            Checkpoint source, Component component, @Nullable DType dtype) {
        SequencedMap<String, ConvertedTensor> tensors = new LinkedHashMap<>();
        source.weights(component)
                .forEach((name, part) ->
                        tensors.put(
                                name,
                                new ConvertedTensor(
                                        List.of(part),
                                        part.shape(),
                                        dtype == null ? part.dtype() : dtype,
                                        false)));
        return tensors;
    }

    /** All networks' tensors in the single-file layout. */
    static SequencedMap<String, ConvertedTensor> singleFile(
            Checkpoint source, @Nullable DType dtype) {
        SequencedMap<String, ConvertedTensor> tensors = new LinkedHashMap<>();
        for (Component component : source.components()) {
            KeyMap keys = keys(source, component);
            Map<String, List<KeyMap.Pair>> stacks = new LinkedHashMap<>();
            for (String name : source.weights(component).keySet()) {
                KeyMap.Pair pair = keys.toOriginal(name);
                if (pair == null) {
                    throw new IllegalStateException(name + " has no name in a single file");
                }
                stacks.putIfAbsent(pair.original(), keys.toDiffusers(pair.original()));
            }
            stacks.forEach((name, pairs) ->
                    tensors.put(
                            component.prefix() + name,
                            original(source.weights(component), pairs, dtype)));
        }
        return tensors;
    }

    private static ConvertedTensor original(
            Map<String, WeightSource> weights, List<KeyMap.Pair> pairs, @Nullable DType dtype) {
        List<WeightSource> parts = new ArrayList<>();
        for (KeyMap.Pair pair : pairs) {
            WeightSource part = weights.get(pair.diffusers());
            if (part == null) {
                throw new IllegalStateException(pair.diffusers() + " is missing in the network");
            }
            parts.add(part);
        }
        WeightSource first = parts.getFirst();
        boolean alike = parts.stream().allMatch(part -> part.dtype() == first.dtype());
        Relation relation = pairs.getFirst().relation();
        return new ConvertedTensor(
                parts,
                relation.toOriginal(first.shape()),
                dtype != null ? dtype : alike ? first.dtype() : DType.F32,
                relation == Relation.TRANSPOSED);
    }

    private static KeyMap keys(Checkpoint source, Component component) {
        return switch (component) {
            case UNET -> KeyMap.unet(source.unet());
            case VAE -> KeyMap.vae(source.vae());
            case TEXT_ENCODER_1 -> KeyMap.same();
            case TEXT_ENCODER_2 -> KeyMap.openClip(source.textEncoder(component).layers());
        };
    }
}
