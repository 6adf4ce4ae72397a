package atelier.service.starter.scene;

import atelier.model.restoration.DetectedFace;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture with any number of faces.
 *
 * @param picture opaque
 * @param faces every one that can be seen for its larger part
 */
public record Scene(BufferedImage picture, List<DetectedFace> faces) {

    /** Copies the list. */
    public Scene {
        faces = List.copyOf(faces);
    }
}
