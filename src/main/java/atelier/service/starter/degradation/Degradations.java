package atelier.service.starter.degradation;

import atelier.engine.sampler.Seeds;
import atelier.service.starter.painter.Dice;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws what happens to a picture: blur, reduction and noise in any order, each of any strength,
 * and compression in the end, as most pictures are passed on that way (Zhang et al. 2021).
 */
public final class Degradations {

    private static final List<Reduction.Filter> SMALLER = List.of(Reduction.Filter.values());

    /** Squares are not what enlarging gives. */
    private static final List<Reduction.Filter> LARGER =
            List.of(Reduction.Filter.LINEAR, Reduction.Filter.CUBIC);

    private static final double ROUND = 0.5;
    private static final double GREY = 0.4;

    private final DegradationSettings settings;

    /**
     * @param settings how bad pictures may become
     */
    public Degradations(DegradationSettings settings) {
        this.settings = settings;
    }

    /** What happens to one picture, in order; the same seed gives the same. */
    public List<Degradation> draw(long seed) {
        Dice dice = new Dice(seed, "degradations");
        List<Degradation> drawn = new ArrayList<>();
        double across = dice.between(0, settings.blur());
        double down = dice.happens(ROUND) ? across : dice.between(0, settings.blur());
        drawn.add(new GaussianBlur(across, down));
        drawn.add(
                new Reduction(
                        dice.between(1, settings.reduction()),
                        dice.pick(SMALLER),
                        dice.pick(LARGER)));
        drawn.add(
                new Noise(
                        dice.between(0, settings.noise()),
                        dice.happens(GREY),
                        Seeds.of(seed, 0, "noise of a picture")));
        for (int last = drawn.size() - 1; last > 0; last--) {
            Collections.swap(drawn, last, dice.below(last + 1));
        }
        drawn.add(
                new JpegCompression(
                        settings.quality()
                                + dice.below(
                                        DegradationSettings.BEST_QUALITY
                                                - settings.quality()
                                                + 1)));
        return List.copyOf(drawn);
    }

    /** A picture after all that the seed draws. */
    public BufferedImage of(BufferedImage picture, long seed) {
        BufferedImage worse = picture;
        for (Degradation degradation : draw(seed)) {
            worse = degradation.of(worse);
        }
        return worse;
    }
}
