package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where CLIP has texts. */
public final class TextPlaces {

    private TextPlaces() {}

    /**
     * Reads each text once.
     *
     * @param texts unlike each other
     */
    public static Map<String, float[]> of(
            List<String> texts, TextLikeness reader, CancelToken cancel) {
        List<float[]> read = reader.embed(texts, cancel);
        Map<String, float[]> places = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            places.put(texts.get(i), read.get(i));
        }
        return places;
    }
}
