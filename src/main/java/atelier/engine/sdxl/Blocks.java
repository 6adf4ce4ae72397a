package atelier.engine.sdxl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a network's named arrays into the blocks of one program. */
final class Blocks implements AutoCloseable {

    private final Torch torch;
    private final Program program;
    private final NDManager owner;
    private final Map<String, NDArray> arrays;
    private final Map<String, NDArray> numbers = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param program name of the program's resource
     * @param arrays every array of the network by its full name; they stay their owner's
     */
    Blocks(Torch torch, String program, Map<String, NDArray> arrays) {
        this.torch = torch;
        this.program = torch.load(program);
        this.owner = torch.newManager();
        this.arrays = arrays;
    }

    /** A whole number that blocks take along, such as {@code heads}. */
    record Constant(String name, long value) {}

    /**
     * The block at a path that takes every array below it.
     *
     * @throws IllegalArgumentException if there is none
     */
    Block whole(String method, String path, Constant... constants) {
        return of(method, path, List.of(""), constants);
    }

    /** The block that takes those arrays below a path whose names begin with one of these words. */
    Block of(String method, String path, List<String> words, Constant... constants) {
        Map<String, NDArray> entries = new LinkedHashMap<>();
        String prefix = path.isEmpty() ? "" : path + ".";
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)
                    && words.stream()
                            .anyMatch(word -> starts(name.substring(prefix.length()), word))) {
                entries.put(name.substring(prefix.length()), array);
            }
        });
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("the network has nothing at " + prefix + words);
        }
        for (Constant constant : constants) {
            entries.put(constant.name(), array(constant));
        }
        Block block = new Block(program, method, path, Collections.unmodifiableMap(entries));
        blocks.add(block);
        return block;
    }

    private static boolean starts(String name, String word) {
        return word.isEmpty() || name.startsWith(word + ".");
    }

    private NDArray array(Constant constant) {
        return numbers.computeIfAbsent(
                constant.name() + constant.value(), key -> torch.number(owner, constant.value()));
    }

    /** Puts these changes in place of whatever changes there were, by module path. */
    void change(Map<String, LayerChange> changes) {
        blocks.forEach(block -> block.change(changes));
    }

    /** The weight of each layer by its module path. */
    Map<String, NDArray> layers() {
        return parameters(".weight");
    }

    /** The bias of each layer that has one, by its module path. */
    Map<String, NDArray> biases() {
        return parameters(".bias");
    }

    private Map<String, NDArray> parameters(String ending) {
        Map<String, NDArray> found = new LinkedHashMap<>();
        blocks.forEach(block ->
                block.forEachLayer((layer, module) -> {
                    NDArray array = arrays.get(module + ending);
                    if (array != null) {
                        found.put(module, array);
                    }
                }));
        return found;
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
