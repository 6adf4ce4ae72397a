package atelier.model.review;

import java.util.List;

/**
 * What was seen in one picture.
 *
 * @param name of its file
 * @param sha256 of its file
 * @param features one for each category, in the order of the lists
 */
public record PictureFeatures(String name, String sha256, List<SeenFeatures> features) {

    /** Copies the list. */
    public PictureFeatures {
        features = List.copyOf(features);
    }
}
