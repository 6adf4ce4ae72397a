package atelier.service.training;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.service.dataset.MaskReader;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** The masks of pictures, as the loss takes them. */
final class PictureMask {

    private final MaskReader masks;

    PictureMask(PictureReader reader) {
        this.masks = new MaskReader(reader);
    }

    /**
     * How much each place of a picture counts.
     *
     * @param mirrored whether the picture is
     * @param reduction pixels to a side of a latent's place, whose mean it is
     * @return 0 to 1, [h, w] of the latents; empty where the picture has no mask
     * @throws atelier.model.AtelierException if the folder of masks lacks it, or it is of another
     *     shape
     */
    Optional<float[]> of(DatasetPicture picture, Framing framing, boolean mirrored, int reduction) {
        return masks.weighing(picture)
                .map(mask -> places(FramedPixels.of(mask, framing, mirrored), framing, reduction));
    }

    private static float[] places(BufferedImage cut, Framing framing, int reduction) {
        float[] red = Pixels.planes(cut);
        int width = framing.width() / reduction;
        float[] places = new float[width * (framing.height() / reduction)];
        for (int y = 0; y < framing.height(); y++) {
            for (int x = 0; x < framing.width(); x++) {
                double brightness = (red[y * framing.width() + x] + 1) / 2;
                places[y / reduction * width + x / reduction] +=
                        (float) (brightness / (reduction * reduction));
            }
        }
        return places;
    }
}
