package atelier.engine.training.network;

import java.util.List;

/**
 * Pictures of one size.
 *
 * @param height in pixels
 * @param width in pixels
 * @param pictures each [3, height, width], values from −1 to 1
 * @param noise for each picture, standard normal, as many numbers as its latents have
 */
public record PictureBatch(int height, int width, List<float[]> pictures, List<float[]> noise) {

    /** Copies the lists. */
    public PictureBatch {
        pictures = List.copyOf(pictures);
        noise = List.copyOf(noise);
    }
}
