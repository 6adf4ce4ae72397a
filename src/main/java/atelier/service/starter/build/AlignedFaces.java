package atelier.service.starter.build;

import atelier.engine.face.FaceAlignment;
import atelier.engine.face.FaceTemplate;
import atelier.engine.face.FaceWarp;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.PaintedPortrait;
import atelier.service.starter.painter.Painter;
import atelier.service.starter.scene.CutOut;
import atelier.service.storage.Pixels;
import java.awt.image.BufferedImage;

/**
 * Painted faces as restorers see them, aligned to the template of FFHQ.
 *
 * @param painted pixels of a side of the portraits that they are cut out of
 * @param side pixels of a side of the faces
 */
record AlignedFaces(int painted, int side) {

    static final FaceTemplate TEMPLATE = FaceTemplate.FFHQ;

    private static final float WHITE = 255;

    /** Paints the first faces of a row. */
    PicturePool paint(
            SamplePortraits row, int count, ProgressListener progress, CancelToken cancel) {
        Painter.check(painted);
        Painter painter = new Painter();
        return PicturePool.of(row, count, side, sample -> paint(painter, sample), progress, cancel);
    }

    private BufferedImage paint(Painter painter, SamplePortrait sample) {
        PaintedPortrait portrait = painter.paint(sample.portrait(), sample.seed(), painted);
        int[] pixels = portrait.picture().getRGB(0, 0, painted, painted, null, 0, painted);
        float[] planes =
                FaceWarp.cut(
                        new Bitmap(painted, painted, pixels),
                        FaceAlignment.of(CutOut.landmarks(portrait.points()), TEMPLATE, side),
                        FaceWarp.GREY);
        for (int i = 0; i < planes.length; i++) {
            planes[i] /= WHITE;
        }
        return Pixels.picture(planes, side, side);
    }
}
