package atelier.service.review.score;

import atelier.model.review.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The networks that measure. */
public interface ScoreNetworks {

    /**
     * Those that see pictures, by what they measure, in the order to show.
     *
     * @param model which some of them lie in
     */
    SequencedMap<Metric, Likeness> likenesses(Path model);

    /**
     * The one that reads prompts; empty where there is none.
     *
     * @param model which it lies in
     */
    Optional<TextLikeness> texts(Path model);

    /**
     * What tells the ones that see pictures and read prompts from others; empty where that is not
     * known.
     *
     * @param model which they lie in
     */
    default String identity(Path model) {
        return "";
    }

    /** The one that tells how much an adapter changes; empty where there is none. */
    Optional<PictureDistance> distance();

    /**
     * What cannot be measured for want of a network, one sentence each.
     *
     * @param model as above
     */
    List<String> absent(Path model);
}
