package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.awt.image.BufferedImage;
import java.util.List;

/** Tells pictures of one subject from others, by the directions in which a network sees them. */
public interface Likeness {

    /** What looks at the pictures, such as "CLIP". */
    String name();

    /**
     * Looks at pictures.
     *
     * @param cancel asked between pictures
     * @return one vector for each, all as long as each other, none of them zero
     */
    List<float[]> embed(List<BufferedImage> pictures, CancelToken cancel);
}
