package atelier.service.review.score;

import atelier.model.review.Cell;
import atelier.model.review.Metric;
import java.nio.file.Path;
import java.util.List;

/** Measures whose faces are to be seen in cells, and counts those without one. */
final class FaceScorer {

    private static final String STAGE = "Looking for faces";

    private final FaceFinder finder;
    private final PictureEmbeddings embeddings;

    FaceScorer(FaceFinder finder, PictureEmbeddings embeddings) {
        this.finder = finder;
        this.embeddings = embeddings;
    }

    /**
     * Measures.
     *
     * @param cells with their files, in the same order
     * @param references pictures of the subject; may be empty, and those without a face do not
     *     count
     */
    void score(List<Cell> cells, List<Path> files, List<Path> references, CellMeasures measures) {
        List<float[]> seen = embeddings.of(STAGE, finder::look, files);
        List<float[]> known =
                finder.tellsApart()
                        ? embeddings.of(STAGE, finder::look, references).stream()
                                .filter(FaceScorer::isFace)
                                .toList()
                        : List.of();
        for (int i = 0; i < cells.size(); i++) {
            if (!isFace(seen.get(i))) {
                measures.putFaceless(cells.get(i));
            } else if (!known.isEmpty()) {
                measures.put(
                        cells.get(i), Metric.IDENTITY, Cosines.mean(List.of(seen.get(i)), known));
            }
        }
        if (known.size() > 1) {
            measures.ceiling(Metric.IDENTITY, Cosines.meanAmong(known));
        }
    }

    private static boolean isFace(float[] seen) {
        return seen.length > 0;
    }
}
