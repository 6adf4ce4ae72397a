package atelier.service.review.score;

import atelier.engine.score.PeakSignalToNoise;
import atelier.engine.score.Planes;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.CellRow;
import atelier.model.review.Metric;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares each cell with the same without an adapter: how much the adapter changes. */
final class BaselineScorer {

    private static final int AT_ONCE = 16;
    private static final String STAGE = "Comparing with the plain model";

    private final PictureReader pictures;
    private final ComparisonFolder folder;
    private final CellMeasures measures;

    /** A cell without an adapter, decoded once for all that are held against it. */
    private static final class Plain {

        private final BufferedImage picture;
        private final double[][] colours;

        Plain(BufferedImage picture) {
            this.picture = picture;
            this.colours = Planes.colours(ModelLikeness.pixels(picture));
        }
    }

    private record Changed(Cell cell, BufferedImage picture, Plain plain) {

        PictureDistance.Two pair() {
            return new PictureDistance.Two(picture, plain.picture);
        }
    }

    BaselineScorer(PictureReader pictures, ComparisonFolder folder, CellMeasures measures) {
        this.pictures = pictures;
        this.folder = folder;
        this.measures = measures;
    }

    /**
     * Compares.
     *
     * @param cells those that are made
     * @param distance beside the noise; empty for the noise alone
     */
    void score(
            List<Cell> cells,
            Optional<PictureDistance> distance,
            ProgressListener progress,
            CancelToken cancel) {
        List<Cell> adapted = cells.stream().filter(cell -> !cell.column().isBaseline()).toList();
        Map<CellRow, List<Cell>> rows = adapted.stream().collect(Collectors.groupingBy(Cell::row));
        List<Changed> some = new ArrayList<>();
        int done = 0;
        for (Cell base : cells) {
            List<Cell> across =
                    base.column().isBaseline()
                            ? rows.getOrDefault(base.row(), List.of())
                            : List.of();
            if (across.isEmpty()) {
                continue;
            }
            Plain plain = new Plain(pictures.read(folder.cell(base)));
            for (Cell cell : across) {
                cancel.check();
                progress.progressed(Progress.of(STAGE, done++, adapted.size(), "picture"));
                some.add(new Changed(cell, pictures.read(folder.cell(cell)), plain));
                if (some.size() == AT_ONCE) {
                    score(some, distance, cancel);
                    some.clear();
                }
            }
        }
        score(some, distance, cancel);
        progress.progressed(Progress.of(STAGE, adapted.size(), adapted.size(), "picture"));
    }

    private void score(List<Changed> some, Optional<PictureDistance> distance, CancelToken cancel) {
        for (Changed one : some) {
            measures.putNoise(
                    one.cell(),
                    PeakSignalToNoise.of(
                            Planes.colours(ModelLikeness.pixels(one.picture())),
                            one.plain().colours));
        }
        if (distance.isPresent() && !some.isEmpty()) {
            List<Double> far =
                    distance.get().between(some.stream().map(Changed::pair).toList(), cancel);
            for (int i = 0; i < far.size(); i++) {
                measures.put(some.get(i).cell(), Metric.LPIPS, far.get(i));
            }
        }
    }
}
