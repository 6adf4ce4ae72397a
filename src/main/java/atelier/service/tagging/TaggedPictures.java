package atelier.service.tagging;

import atelier.model.dataset.DatasetPicture;
import java.util.List;

/**
 * Pictures and what a tagger found in them.
 *
 * @param tagger what it is called
 * @param pictures all of them
 * @param tags of each, in the order in which to say them
 */
public record TaggedPictures(
        String tagger, List<DatasetPicture> pictures, List<List<FoundTag>> tags) {

    /** Copies the lists. */
    public TaggedPictures {
        pictures = List.copyOf(pictures);
        tags = List.copyOf(tags);
    }
}
