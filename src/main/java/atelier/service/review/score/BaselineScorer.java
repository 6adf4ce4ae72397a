package atelier.service.review.score;

import atelier.engine.score.PeakSignalToNoise;
import atelier.engine.score.Planes;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.review.Cell;
import atelier.model.review.Metric;
import atelier.service.review.ComparisonFolder;
import atelier.service.storage.PictureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares each cell with the same without an adapter: how much the adapter changes. */
final class BaselineScorer {

    private static final int AT_ONCE = 16;
    private static final String STAGE = "Comparing with the plain model";

    private final PictureReader pictures;
    private final ComparisonFolder folder;
    private final CellMeasures measures;

    private record Changed(Cell cell, PictureDistance.Two pair) {}

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
        List<Cell> baseline = cells.stream().filter(cell -> cell.column().isBaseline()).toList();
        List<Changed> some = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            cancel.check();
            progress.progressed(Progress.of(STAGE, i, cells.size(), "picture"));
            Cell cell = cells.get(i);
            if (!cell.column().isBaseline()) {
                baseline.stream()
                        .filter(cell::isAcross)
                        .findFirst()
                        .ifPresent(base -> some.add(changed(cell, base)));
            }
            if (some.size() == AT_ONCE || i == cells.size() - 1) {
                score(some, distance, cancel);
                some.clear();
            }
        }
        progress.progressed(Progress.of(STAGE, cells.size(), cells.size(), "picture"));
    }

    private Changed changed(Cell cell, Cell base) {
        return new Changed(
                cell,
                new PictureDistance.Two(
                        pictures.read(folder.cell(cell)), pictures.read(folder.cell(base))));
    }

    private void score(List<Changed> some, Optional<PictureDistance> distance, CancelToken cancel) {
        for (Changed one : some) {
            measures.putNoise(
                    one.cell(),
                    PeakSignalToNoise.of(
                            Planes.colours(ModelLikeness.pixels(one.pair().one())),
                            Planes.colours(ModelLikeness.pixels(one.pair().other()))));
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
