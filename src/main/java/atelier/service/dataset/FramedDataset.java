package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;
import atelier.model.dataset.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pictures of a dataset with the sizes they are trained at.
 *
 * @param pictures in the order of the dataset
 * @param leftOut what is not trained on, with what a bucket could not be found for
 * @param obstacles why it cannot be trained on as it is
 */
public record FramedDataset(
        List<FramedPicture> pictures, List<LeftOut> leftOut, List<String> obstacles) {

    /**
     * Less of a picture is not worth training on, and resizing the whole would take much memory.
     */
    private static final double LEAST_KEPT = 0.25;

    /** Copies the lists. */
    public FramedDataset {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Finds each picture its bucket, for training.
     *
     * @param wish of the sizes
     * @param allowFew whether one picture is enough
     * @throws AtelierException if too few pictures are left, or something else stands against it
     */
    public static FramedDataset of(Dataset dataset, BucketWish wish, boolean allowFew) {
        FramedDataset framed = look(dataset, wish, allowFew);
        EnoughPictures.refuse(framed.obstacles());
        return framed;
    }

    /** The same, telling what stands against training. */
    static FramedDataset look(Dataset dataset, BucketWish wish, boolean allowFew) {
        Map<BucketOverrides, Buckets> buckets = new HashMap<>();
        List<FramedPicture> framed = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
        for (DatasetPicture picture : dataset.pictures()) {
            Buckets own =
                    buckets.computeIfAbsent(
                            picture.subset().buckets(), said -> Buckets.of(wish, said));
            try {
                framed.add(new FramedPicture(picture, frame(picture, own)));
            } catch (AtelierException e) {
                leftOut.add(new LeftOut(picture.file(), String.valueOf(e.getMessage())));
            }
        }
        List<String> obstacles = new ArrayList<>(dataset.obstacles());
        if (framed.size() < dataset.pictures().size()) {
            EnoughPictures.check(
                            dataset.folder(),
                            framed.stream().map(FramedPicture::picture).toList(),
                            leftOut,
                            allowFew)
                    .ifPresent(obstacles::add);
        }
        return new FramedDataset(framed, leftOut, obstacles.stream().distinct().toList());
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
