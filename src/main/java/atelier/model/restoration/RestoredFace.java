package atelier.model.restoration;

import org.jspecify.annotations.Nullable;

/**
 * A face and what became of it.
 *
 * @param face as it was found, in the pixels of the image before
 * @param identity null where nothing was changed or nobody asked
 */
public record RestoredFace(
        DetectedFace face, FaceOutcome outcome, @Nullable IdentityChange identity) {

    /** Whether it may have become another person's face. */
    public boolean isLost() {
        return identity != null && identity.isLost();
    }
}
