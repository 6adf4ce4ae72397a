package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.awt.image.BufferedImage;
import java.util.List;

/** Tells how far pictures are from each other. */
@FunctionalInterface
public interface PictureDistance {

    /**
     * Two pictures of one size.
     *
     * @param one the first
     * @param other the second
     */
    record Two(BufferedImage one, BufferedImage other) {}

    /**
     * Looks at pairs.
     *
     * @param cancel asked between pairs
     * @return a number for each; 0 is no difference
     */
    List<Double> between(List<Two> pairs, CancelToken cancel);
}
