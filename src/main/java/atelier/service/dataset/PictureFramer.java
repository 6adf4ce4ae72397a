package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Finding;
import atelier.model.dataset.Framing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the pictures of a subset the sizes that they are trained at. */
final class PictureFramer {

    /**
     * Less of a picture is not worth training on, and resizing the whole would take much memory.
     */
    private static final double LEAST_KEPT = 0.25;

    private final List<Buckets> sizes;

    /**
     * @param wishes one for each size, the largest first; at least one
     * @param said what a configuration says of the subset
     * @throws AtelierException if that leaves no bucket
     */
    PictureFramer(List<BucketWish> wishes, BucketOverrides said) {
        this.sizes = wishes.stream().map(wish -> Buckets.of(wish, said)).toList();
    }

    /**
     * The framings of a picture, the largest first, no two alike. Where there are several sizes,
     * those are passed over at which it would be enlarged so much that it taught blur.
     *
     * @throws AtelierException if it fits none
     */
    List<Framing> frame(DatasetPicture picture) {
        List<Framing> framings = new ArrayList<>();
        List<AtelierException> failures = new ArrayList<>();
        for (Buckets buckets : sizes) {
            try {
                framings.add(frame(picture, buckets));
            } catch (AtelierException e) {
                failures.add(e);
            }
        }
        if (framings.isEmpty()) {
            throw failures.getFirst();
        }
        List<Framing> sharp =
                framings.stream()
                        .filter(framing ->
                                Findings.scale(picture, framing) <= Finding.TooSmall.MOST)
                        .distinct()
                        .toList();
        return sharp.isEmpty() ? List.of(leastEnlarged(picture, framings)) : sharp;
    }

    private static Framing leastEnlarged(DatasetPicture picture, List<Framing> framings) {
        return framings.stream()
                .min(Comparator.comparingDouble(framing -> Findings.scale(picture, framing)))
                .orElseThrow();
    }

    private static Framing frame(DatasetPicture picture, Buckets buckets) {
        Framing framing = buckets.frame(picture.width(), picture.height());
        if (framing.kept() < LEAST_KEPT) {
            throw new AtelierException(
                    "%s has %d × %d pixels, and only %d %% of it would be left at the nearest size, %d × %d; crop it to what matters."
                            .formatted(
                                    picture.file(),
                                    picture.width(),
                                    picture.height(),
                                    Math.round(100 * framing.kept()),
                                    framing.width(),
                                    framing.height()));
        }
        return framing;
    }
}
