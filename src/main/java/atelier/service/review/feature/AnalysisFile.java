package atelier.service.review.feature;

import atelier.model.review.SubjectAnalysis;
import atelier.service.storage.FormatJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file that an analysis is kept in: {@code analysis.json}. It can be made again at any time.
 *
 * @param format of the file
 * @param analysis what was seen
 */
public record AnalysisFile(int format, SubjectAnalysis analysis) {

    private static final int FORMAT = 1;
    private static final String NAME = "analysis.json";
    private static final String ORIGINALS = "originals";
    private static final String DERIVED = "derived";

    /** Refuses a file without an analysis. */
    public AnalysisFile {
        Objects.requireNonNull(analysis, "analysis");
    }

    /** Where it lies in a folder. */
    public static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /**
     * Where the analysis of a folder of pictures goes: beside a character's originals with what
     * else is made of them, else into a folder of its own beside the pictures.
     */
    public static Path folder(Path pictures) {
        Path whole = pictures.toAbsolutePath().normalize();
        String name = String.valueOf(whole.getFileName());
        return whole.resolveSibling(name.equals(ORIGINALS) ? DERIVED : name + "-analysis");
    }

    /** The file of the first folder of pictures that has an analysis. */
    public static Optional<Path> find(List<Path> folders) {
        return folders.stream()
                .map(AnalysisFile::folder)
                .map(AnalysisFile::in)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Writes it, in place of one that is there. */
    public static void write(Path file, SubjectAnalysis analysis) {
        FormatJson.write(file, new AnalysisFile(FORMAT, analysis));
    }

    /**
     * Reads it.
     *
     * @throws atelier.model.AtelierException if it cannot be read, is damaged, or a newer version
     *     wrote it
     */
    public static SubjectAnalysis read(Path file) {
        return FormatJson.read(file, AnalysisFile.class, FORMAT).analysis();
    }
}
