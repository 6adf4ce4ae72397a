package atelier.model.restoration;

import java.nio.file.Path;

/**
 * Which network restores faces.
 *
 * @param restorer id in the registry of restorers, such as {@code gfpgan-1.4}
 * @param file the network
 * @param fidelity for those that take it, such as CodeFormer: from 0, which looks best, to 1, which
 *     is nearest to what was there
 */
public record RestorerChoice(String restorer, Path file, double fidelity) {

    /** What CodeFormer's authors take. */
    public static final double USUAL_FIDELITY = 0.5;
}
