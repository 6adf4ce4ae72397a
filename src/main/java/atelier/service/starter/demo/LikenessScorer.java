package atelier.service.starter.demo;

import atelier.model.job.CancelToken;
import atelier.service.review.score.Cosines;
import atelier.service.review.score.Likeness;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Scores images by one {@link Likeness}. */
final class LikenessScorer {

    private final Likeness likeness;
    private final Map<Path, BufferedImage> pictures;
    private final CancelToken cancel;
    private final List<float[]> references;

    /**
     * @param pictures all that there are, by their files
     * @param references what images are compared with
     */
    LikenessScorer(
            Likeness likeness,
            Map<Path, BufferedImage> pictures,
            List<Path> references,
            CancelToken cancel) {
        this.likeness = likeness;
        this.pictures = pictures;
        this.cancel = cancel;
        this.references = embed(references);
    }

    LikenessScore score(List<DemoImages> images) {
        return new LikenessScore(
                likeness.name(),
                mean(images, DemoImages::base),
                mean(images, DemoImages::adapted),
                mean(images, DemoImages::baseWithout),
                mean(images, DemoImages::adaptedWithout),
                Cosines.meanAmong(references));
    }

    private double mean(List<DemoImages> images, Function<DemoImages, List<Path>> set) {
        return Cosines.mean(
                embed(images.stream().map(set).flatMap(List::stream).toList()), references);
    }

    private List<float[]> embed(List<Path> files) {
        return likeness.embed(files.stream().map(pictures::get).toList(), cancel);
    }
}
