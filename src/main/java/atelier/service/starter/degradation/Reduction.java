package atelier.service.starter.degradation;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;

/**
 * Makes a picture small and brings it back to its size.
 *
 * @param factor how many times smaller it becomes, 1 or more
 * @param smaller by what it is made small
 * @param larger by what it is made large again
 */
public record Reduction(double factor, Filter smaller, Filter larger) implements Degradation {

    /** How new pixels come from old ones. */
    public enum Filter {
        /** Means of what a pixel covers; when enlarging, squares. */
        AREA(ResampleOp.FILTER_BOX),
        /** By a triangle. */
        LINEAR(ResampleOp.FILTER_TRIANGLE),
        /** By Catmull and Rom's cubic curve. */
        CUBIC(ResampleOp.FILTER_CATROM);

        private final int type;

        Filter(int type) {
            this.type = type;
        }
    }

    @Override
    public BufferedImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage small =
                resized(
                        picture,
                        Math.max(1, (int) Math.round(width / factor)),
                        Math.max(1, (int) Math.round(height / factor)),
                        smaller);
        return resized(small, width, height, larger);
    }

    private static BufferedImage resized(
            BufferedImage picture, int width, int height, Filter filter) {
        BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        return new ResampleOp(width, height, filter.type).filter(picture, resized);
    }
}
