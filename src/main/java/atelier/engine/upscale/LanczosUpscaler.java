package atelier.engine.upscale;

import atelier.engine.pixels.PillowResize;
import atelier.engine.pixels.ResizeFilter;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;

/** Enlarges by Lanczos' filter, which invents nothing. */
final class LanczosUpscaler implements Upscaler {

    private final int factor;

    LanczosUpscaler(int factor) {
        this.factor = factor;
    }

    @Override
    public int factor() {
        return factor;
    }

    @Override
    public Bitmap upscale(Bitmap picture, CancelToken cancel, ProgressListener progress) {
        if (factor == 1) {
            return picture;
        }
        EnlargedSize size = EnlargedSize.of(picture.width(), picture.height(), factor);
        int[] pixels = HiddenColours.filled(picture, cancel).argb();
        return new Bitmap(
                size.width(),
                size.height(),
                PillowResize.of(
                        pixels,
                        picture.width(),
                        picture.height(),
                        size.width(),
                        size.height(),
                        ResizeFilter.LANCZOS,
                        cancel));
    }

    @Override
    public void close() {}
}
