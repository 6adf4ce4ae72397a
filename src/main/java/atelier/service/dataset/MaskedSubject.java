package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.SourceCrop;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Finds a subject by its picture's mask: it is where that is nearer to white than to black. */
final class MaskedSubject implements SubjectFinder {

    private static final int HALF = 128;

    private final MaskReader masks;

    MaskedSubject(MaskReader masks) {
        this.masks = masks;
    }

    @Override
    public Optional<SourceCrop> find(DatasetPicture picture) {
        return masks.showing(picture)
                .flatMap(MaskedSubject::bright)
                .map(found -> found.in(picture.width(), picture.height()));
    }

    /** The bright part of a mask, edges included, and the mask's size. */
    private record Bright(int left, int top, int right, int bottom, int width, int height) {

        SourceCrop in(int ofWidth, int ofHeight) {
            int x = (int) Math.floor((double) left * ofWidth / width);
            int y = (int) Math.floor((double) top * ofHeight / height);
            return new SourceCrop(
                    x,
                    y,
                    (int) Math.ceil((right + 1.0) * ofWidth / width) - x,
                    (int) Math.ceil((bottom + 1.0) * ofHeight / height) - y);
        }
    }

    private static Optional<Bright> bright(BufferedImage mask) {
        int left = Integer.MAX_VALUE;
        int top = -1;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int x = 0; x < mask.getWidth(); x++) {
                if ((mask.getRGB(x, y) >> 16 & 255) >= HALF) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = top < 0 ? y : top;
                    bottom = y;
                }
            }
        }
        return bottom < 0
                ? Optional.empty()
                : Optional.of(
                        new Bright(left, top, right, bottom, mask.getWidth(), mask.getHeight()));
    }
}
