package atelier.service.prompt;

import atelier.model.AtelierException;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of lines to draw from: {@code name.txt}, one choice a line. Empty lines and those that
 * begin with # do not count.
 *
 * @param folder where they lie; need not exist
 */
record Wildcards(Path folder) {

    /**
     * The lines of a file; none where there is no such file.
     *
     * @throws AtelierException if it cannot be read
     */
    List<String> lines(String name) {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            // A byte that is no UTF-8 spoils its own line alone.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replace("\ufeff", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }

    /**
     * The lines of a file that has some.
     *
     * @throws AtelierException if there are none
     */
    List<String> needed(String name) {
        List<String> lines = lines(name);
        if (lines.isEmpty()) {
            throw new AtelierException(
                    "There is nothing to draw for __%s__: write choices into %s, one a line."
                            .formatted(name, file(name)));
        }
        return lines;
    }

    private Path file(String name) {
        return folder.resolve(name + ".txt");
    }
}
