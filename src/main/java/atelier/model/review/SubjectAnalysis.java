package atelier.model.review;

import java.util.List;

/**
 * What is seen in the pictures of a subject.
 *
 * @param subject what calls it up in a prompt; may be empty
 * @param network identity of the networks that looked; empty where that is not known
 * @param lists what was looked for
 * @param overall the mean over all pictures, one for each category
 * @param pictures at least one
 * @param prompt a training prompt that says the surest of each category
 */
public record SubjectAnalysis(
        String subject,
        String network,
        FeatureLists lists,
        List<SeenFeatures> overall,
        List<PictureFeatures> pictures,
        String prompt) {

    /** Copies the lists. */
    public SubjectAnalysis {
        overall = List.copyOf(overall);
        pictures = List.copyOf(pictures);
    }
}
