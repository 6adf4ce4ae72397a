package atelier.service.training;

import atelier.model.dataset.Framing;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;

/** Brings a picture, or its mask, to the size that it is trained at. */
final class FramedPixels {

    private FramedPixels() {}

    /** What a framing leaves of a picture of any size, mirrored or not. */
    static BufferedImage of(BufferedImage picture, Framing framing, boolean mirrored) {
        BufferedImage resized =
                PictureScaler.resized(picture, framing.resizedWidth(), framing.resizedHeight());
        BufferedImage cut =
                PictureScaler.cut(
                        resized, framing.left(), framing.top(), framing.width(), framing.height());
        return mirrored ? PictureScaler.mirrored(cut) : cut;
    }
}
