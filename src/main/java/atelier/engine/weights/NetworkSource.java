package atelier.engine.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * The tensors that a file, or the shards of one, hold for one network, under the network's own
 * names.
 */
final class NetworkSource {

    private final Component component;
    private final String prefix;
    private final KeyMap keys;
    private final SequencedMap<String, WeightSource> tensors = new LinkedHashMap<>();
    private final List<String> strangers = new ArrayList<>();

    /**
     * @param prefix what the names in the file begin with
     * @param keys the names that follow
     */
    NetworkSource(Component component, String prefix, KeyMap keys) {
        this.component = component;
        this.prefix = prefix;
        this.keys = keys;
    }

    /** Takes in a tensor of the file, whose name begins with the prefix. */
    void add(SafetensorsFile file, TensorInfo tensor) {
        List<KeyMap.Pair> pairs = keys.toDiffusers(tensor.name().substring(prefix.length()));
        for (KeyMap.Pair pair : pairs) {
            WeightSource source = WeightSource.of(file, tensor, pair.relation());
            if (tensors.putIfAbsent(pair.diffusers(), source) != null) {
                strangers.add(tensor.name());
            }
        }
        if (pairs.isEmpty()) {
            strangers.add(tensor.name());
        }
    }

    Component component() {
        return component;
    }

    String prefix() {
        return prefix;
    }

    /** The tensors by diffusers name, in the order of the file. */
    SequencedMap<String, WeightSource> tensors() {
        return Collections.unmodifiableSequencedMap(tensors);
    }

    /** Names in the file that the network has no place for. */
    List<String> strangers() {
        return Collections.unmodifiableList(strangers);
    }

    /** The files that hold them. */
    SequencedSet<SafetensorsFile> files() {
        SequencedSet<SafetensorsFile> files = new LinkedHashSet<>();
        tensors.values().forEach(tensor -> files.add(tensor.file()));
        return files;
    }

    Map<String, List<Long>> shapes() {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        tensors.forEach((name, source) -> shapes.put(name, source.shape()));
        return shapes;
    }

    /** What the tensor of that diffusers name is, or would be, called in the file. */
    String nameInFile(String diffusers) {
        KeyMap.Pair pair = keys.toOriginal(diffusers);
        return prefix + (pair == null ? diffusers : pair.original());
    }
}
