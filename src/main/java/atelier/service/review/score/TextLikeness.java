package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.util.List;

/** Reads texts into the space that CLIP sees pictures in. */
@FunctionalInterface
public interface TextLikeness {

    /**
     * Reads texts.
     *
     * @param cancel asked between texts
     * @return one vector for each, none of them zero
     */
    List<float[]> embed(List<String> texts, CancelToken cancel);
}
