package atelier.service.starter.build;

import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.service.starter.SamplePortrait;
import atelier.service.starter.SamplePortraits;
import atelier.service.starter.painter.Painter;
import atelier.service.starter.scene.CutOut;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints the parts that scenes are made of. */
final class CutOuts {

    private CutOuts() {}

    /**
     * Paints the first people of a row.
     *
     * @param side of each in pixels
     * @throws atelier.model.AtelierException if pictures of that size are not painted
     */
    static List<CutOut> people(
            SamplePortraits row,
            int count,
            int side,
            ProgressListener progress,
            CancelToken cancel) {
        Painter.check(side);
        Painter painter = new Painter();
        return ParallelPainting.of(
                count, place -> CutOut.paint(painter, row.at(place), side), progress, cancel);
    }

    /** Paints the first places of a row, without people; otherwise as {@link #people}. */
    static List<BufferedImage> places(
            SamplePortraits row,
            int count,
            int side,
            ProgressListener progress,
            CancelToken cancel) {
        Painter.check(side);
        Painter painter = new Painter();
        return ParallelPainting.of(
                count,
                place -> {
                    SamplePortrait sample = row.at(place);
                    return painter.paintPlace(sample.portrait(), sample.seed(), side);
                },
                progress,
                cancel);
    }
}
