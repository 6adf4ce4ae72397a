package atelier.model.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * What was gathered so that a problem can be reported. It stays on this machine until its owner
 * sends it.
 *
 * @param file the zip
 * @param parts what is in it
 * @param facts the part of it that tells of the machine, one fact a line
 */
public record ProblemReport(Path file, List<Part> parts, List<String> facts) {

    /**
     * A file in the zip.
     *
     * @param name of the file
     * @param bytes its size
     */
    public record Part(String name, long bytes) {}

    /** Copies the lists. */
    public ProblemReport {
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
    }
}
