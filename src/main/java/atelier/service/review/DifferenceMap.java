package atelier.service.review;

import atelier.model.review.PictureDifference;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Shows where two cells differ, by distances of colours as people see them: those in Oklab
 * (Ottosson 2020). Waits for the disk.
 */
public final class DifferenceMap {

    /** The distance that has the brightest colour; cells seldom differ by more. */
    public static final double BRIGHTEST = 0.5;

    private final PictureReader pictures;

    /** Reads cells by that. */
    public DifferenceMap(PictureReader pictures) {
        this.pictures = pictures;
    }

    /**
     * How two cells differ; the second is brought to the size of the first.
     *
     * @throws atelier.model.AtelierException if one cannot be read
     */
    public PictureDifference of(Path first, Path second) {
        return between(pictures.read(first), pictures.read(second));
    }

    /** The same of pictures. */
    static PictureDifference between(BufferedImage first, BufferedImage second) {
        int width = first.getWidth();
        int height = first.getHeight();
        int[] one = first.getRGB(0, 0, width, height, null, 0, width);
        int[] other =
                PictureScaler.resized(second, width, height)
                        .getRGB(0, 0, width, height, null, 0, width);
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            double distance = Oklab.distance(one[i], other[i]);
            sum += distance;
            largest = Math.max(largest, distance);
            one[i] = HeatColours.of(distance / BRIGHTEST);
        }
        return new PictureDifference(width, height, one, sum / one.length, largest);
    }
}
