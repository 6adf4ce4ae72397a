package atelier.service.review.score;

import atelier.engine.score.Planes;
import atelier.engine.score.StructuralSimilarity;
import atelier.model.review.CellSettings;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Compares cells with pictures of the subject in their brightness, brought to one size. */
final class StructureScorer {

    private static final int LONGEST = 256;

    /** Of the window. */
    private static final int LEAST = 11;

    private final PictureReader pictures;
    private final int width;
    private final int height;
    private final StructuralSimilarity similarity;
    private final List<double[][]> references;

    /**
     * @param settings tell the cells' size
     * @param references of the subject, at least one
     */
    StructureScorer(PictureReader pictures, CellSettings settings, List<Path> references) {
        this.pictures = pictures;
        double scale =
                Math.min(1, (double) LONGEST / Math.max(settings.width(), settings.height()));
        this.width = Math.max(LEAST, (int) Math.round(settings.width() * scale));
        this.height = Math.max(LEAST, (int) Math.round(settings.height() * scale));
        this.similarity = new StructuralSimilarity(width, height);
        this.references =
                references.stream()
                        .map(file ->
                                brightness(
                                        PictureScaler.covering(pictures.read(file), width, height)))
                        .toList();
    }

    private static double[][] brightness(BufferedImage picture) {
        return Planes.brightness(ModelLikeness.pixels(picture));
    }

    /** Mean similarity to the references. */
    double likeness(Path cell) {
        double[][] seen = brightness(PictureScaler.resized(pictures.read(cell), width, height));
        return references.stream()
                .mapToDouble(reference -> similarity.of(seen, reference))
                .average()
                .orElseThrow();
    }

    /** Mean similarity of the references among themselves. */
    double ceiling() {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < references.size(); i++) {
            for (int k = 0; k < i; k++) {
                sum += similarity.of(references.get(i), references.get(k));
                pairs++;
            }
        }
        return sum / pairs;
    }
}
