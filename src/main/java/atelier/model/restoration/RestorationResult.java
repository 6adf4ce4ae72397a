package atelier.model.restoration;

import java.util.List;

/**
 * A restored image.
 *
 * @param picture the image; the very one that was given where nothing was to be changed
 * @param faces all that were found, largest first; empty also where nobody looked for them
 */
public record RestorationResult(Bitmap picture, List<RestoredFace> faces) {

    /** Copies the list. */
    public RestorationResult {
        faces = List.copyOf(faces);
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
