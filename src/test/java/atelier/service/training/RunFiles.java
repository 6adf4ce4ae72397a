package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.weights.SafetensorsFile;
import atelier.service.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Compares what two runs left in their folders. */
public final class RunFiles {

    private RunFiles() {}

    /** Checks that all is the same to the bit but times and what {@code run.json} tells. */
    public static void assertSame(Path run, Path other) throws IOException {
        assertThat(steps(run)).isEqualTo(steps(other)).isNotEmpty();
        assertThat(hashes(run)).isEqualTo(hashes(other)).isNotEmpty();
    }

    /** Checks that a safetensors file has all of its bytes. */
    public static void assertWhole(Path file) {
        SafetensorsFile.open(file);
    }

    /** The hash of each file by its name, but what differs by its nature, and the cache. */
    private static SortedMap<String, String> hashes(Path run) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString().replace('\\', '/');
                if (!name.matches(
                        "run\\.json|run\\.html|curves\\.png|previews/.*|metrics\\.jsonl|events\\.out\\..*|cache/.*|state/.*")) {
                    hashes.put(name, Sha256.ofFile(file));
                }
            }
        }
        // Which older states are left depends on where a run was stopped.
        Path newest = new RunFolder(run).states().found().lastEntry().getValue();
        hashes.put("state", Sha256.ofFile(newest));
        return hashes;
    }

    /** The numbers of each step but how long it took. */
    private static List<String> steps(Path run) throws IOException {
        return TinyTraining.metrics(run).stream()
                .map(line -> ((ObjectNode) line).without("seconds").toString())
                .toList();
    }
}
