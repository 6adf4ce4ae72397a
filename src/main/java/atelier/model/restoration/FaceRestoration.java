package atelier.model.restoration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How faces are restored.
 *
 * @param detector the network that finds them
 * @param strength how much of the restored face is blended in: from 0, nothing, to 1, all
 * @param onlyBelow faces as high as this or higher, in pixels, are left alone; 0 for none
 * @param identity the network that tells whether a face still is the same person's; null to not ask
 */
public record FaceRestoration(
        Path detector,
        RestorerChoice restorer,
        double strength,
        int onlyBelow,
        @Nullable Path identity) {

    /** Blends as much as most people find natural. */
    public static final double USUAL_STRENGTH = 0.8;
}
