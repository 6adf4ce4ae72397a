package atelier.ui.restoration;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestoredPicture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Which faces of the pictures are left alone when these are restored the next time. */
final class FaceChoices {

    private final Map<Path, FacesToLeave> left = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** The faces of a picture that are left alone. */
    FacesToLeave of(Path source) {
        return left.getOrDefault(source, FacesToLeave.NONE);
    }

    /** Whether a face of a picture is left alone. */
    boolean leaves(RestoredPicture picture, RestoredFace face) {
        return of(picture.source()).among(found(picture)).contains(face.face());
    }

    /** Whether restoring a picture again would treat another choice of its faces. */
    boolean differs(RestoredPicture picture) {
        return picture.faces().stream()
                .anyMatch(face ->
                        leaves(picture, face) != (face.outcome() == FaceOutcome.LEFT_ALONE));
    }

    /** Leaves a face alone, or no longer. */
    void change(RestoredPicture picture, RestoredFace face) {
        FacesToLeave now = of(picture.source()).switched(face.face(), found(picture));
        left.put(picture.source(), now);
        changes.set(changes.get() + 1);
    }

    private static List<DetectedFace> found(RestoredPicture picture) {
        return picture.faces().stream().map(RestoredFace::face).toList();
    }

    /** Takes over what was ordered before. */
    void take(List<RestorationItem> items) {
        items.forEach(item -> left.put(item.source(), item.leave()));
        changes.set(changes.get() + 1);
    }

    /** Leaves none alone. */
    void clear() {
        left.clear();
        changes.set(changes.get() + 1);
    }

    /** Becomes another number with every change. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
