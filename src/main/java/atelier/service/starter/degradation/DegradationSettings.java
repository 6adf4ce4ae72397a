package atelier.service.starter.degradation;

import atelier.model.AtelierException;

/**
 * How bad pictures may become. Strengths are drawn evenly from none at all to these.
 *
 * @param blur the largest standard deviation in pixels
 * @param reduction how many times smaller a picture may become, 1 or more
 * @param noise the largest standard deviation in levels of 255
 * @param quality the worst quality of JPEG, from 1 to {@value #BEST_QUALITY}, which is the best one
 */
public record DegradationSettings(double blur, double reduction, double noise, int quality) {

    /** The best quality of JPEG. */
    static final int BEST_QUALITY = 95;

    /**
     * Checks the ranges.
     *
     * @throws AtelierException if one is left
     */
    public DegradationSettings {
        if (blur < 0 || reduction < 1 || noise < 0 || quality < 1 || quality > BEST_QUALITY) {
            throw new AtelierException(
                    "Degradations of blur %s, reduction %s, noise %s and quality %d do not exist: correct the recipe."
                            .formatted(blur, reduction, noise, quality));
        }
    }
}
