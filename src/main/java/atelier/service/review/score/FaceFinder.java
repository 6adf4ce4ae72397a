package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds faces, and may tell whose they are. */
public interface FaceFinder {

    /** Whether it tells whose a face is, and not only that there is one. */
    boolean tellsApart();

    /**
     * Looks at pictures.
     *
     * @param cancel asked between pictures
     * @return for each the direction of its largest face, of any length; with no numbers where no
     *     face is to be seen
     */
    List<float[]> look(List<BufferedImage> pictures, CancelToken cancel);
}
