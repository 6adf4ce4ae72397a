package atelier.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The length of every source file below a folder.
 *
 * @param lines how many lines each file has, longest first; package descriptions are left out
 */
record SourceSizes(SequencedMap<Path, Long> lines) {

    static SourceSizes of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new SourceSizes(
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .map(file -> Map.entry(folder.relativize(file), count(file)))
                            .sorted(Map.Entry.<Path, Long>comparingByValue().reversed())
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            Map.Entry::getValue,
                                            Long::max,
                                            LinkedHashMap::new)));
        }
    }

    SequencedMap<Path, Long> longerThan(int limit) {
        SequencedMap<Path, Long> longer = new LinkedHashMap<>(lines);
        longer.values().removeIf(count -> count <= limit);
        return longer;
    }

    long median() {
        return lines.values().stream().skip(lines.size() / 2).findFirst().orElseThrow();
    }

    private static long count(Path file) {
        try (Stream<String> text = Files.lines(file)) {
            return text.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
