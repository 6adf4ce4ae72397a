package atelier.model.restoration;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an image.
 *
 * @param source its file
 * @param sha256 of the source
 * @param file the result; null where there is none
 * @param width of the source, in pixels
 * @param height of the source, in pixels
 * @param changed whether the result differs from the source; else it is a copy of the file
 * @param faces all that were found, largest first; empty also where nobody looked for them
 * @param problem why there is no result, in one sentence; empty where there is one
 * @param processor what computed it, as shown to the user: {@code CPU}, {@code CUDA}, {@code
 *     CoreML}; empty where nothing did, or an earlier version did not tell
 */
public record RestoredPicture(
        Path source,
        String sha256,
        @Nullable Path file,
        int width,
        int height,
        boolean changed,
        List<RestoredFace> faces,
        String problem,
        String processor) {

    /** Copies the list, and takes what is missing for nothing. */
    public RestoredPicture(
            Path source,
            String sha256,
            @Nullable Path file,
            int width,
            int height,
            boolean changed,
            List<RestoredFace> faces,
            String problem,
            @Nullable String processor) {
        this.source = source;
        this.sha256 = sha256;
        this.file = file;
        this.width = width;
        this.height = height;
        this.changed = changed;
        this.faces = List.copyOf(faces);
        this.problem = problem;
        this.processor = processor == null ? "" : processor;
    }

    /** One that could not be restored. */
    public static RestoredPicture failed(Path source, String problem) {
        return new RestoredPicture(source, "", null, 0, 0, false, List.of(), problem, "");
    }

    /** Whether it could not be restored. */
    public boolean isFailed() {
        return file == null;
    }

    /** How many faces became that. */
    public int count(FaceOutcome outcome) {
        return (int) faces.stream().filter(face -> face.outcome() == outcome).count();
    }

    /** How many faces may have become another person's. */
    public int lostIdentities() {
        return (int) faces.stream().filter(RestoredFace::isLost).count();
    }
}
