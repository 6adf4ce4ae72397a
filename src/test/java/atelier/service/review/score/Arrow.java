package atelier.service.review.score;

import atelier.model.job.CancelToken;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Sees how red and how green a picture of one colour is.
 *
 * @param name of it
 */
public record Arrow(String name) implements Likeness {

    @Override
    public List<float[]> embed(List<BufferedImage> pictures, CancelToken cancel) {
        return pictures.stream()
                .map(picture -> new Color(picture.getRGB(0, 0)))
                .map(colour -> new float[] {colour.getRed(), colour.getGreen()})
                .toList();
    }
}
