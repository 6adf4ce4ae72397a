package atelier.model.dataset;

import atelier.model.adapter.TagCount;
import java.util.List;

/**
 * What training will get of a dataset.
 *
 * @param dataset what was found
 * @param pictures to train on, in the dataset's order
 * @param leftOut what is not trained on, and why
 * @param buckets the sizes, most pictures first
 * @param tags of all captions, most frequent first
 * @param notes what else the user should know, each a sentence
 * @param obstacles why it cannot be trained on as it is, each a sentence that says what to do;
 *     empty if it can
 */
public record DatasetReport(
        Dataset dataset,
        List<PictureReport> pictures,
        List<LeftOut> leftOut,
        List<BucketCount> buckets,
        List<TagCount> tags,
        List<String> notes,
        List<String> obstacles) {

    /** The same with other reports on its pictures, which are the same ones. */
    public DatasetReport with(List<PictureReport> others) {
        return new DatasetReport(dataset, others, leftOut, buckets, tags, notes, obstacles);
    }

    /** Copies the lists. */
    public DatasetReport {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        buckets = List.copyOf(buckets);
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
        obstacles = List.copyOf(obstacles);
    }

    /** How many pictures have something to look at. */
    public int toLookAt() {
        return (int) pictures.stream().filter(picture -> !picture.ready()).count();
    }

    /** How many lose more than a hundredth of their area. */
    public int cropped() {
        return (int) pictures.stream().filter(DatasetReport::isCropped).count();
    }

    /** The mean share of the area that the cropped pictures lose, from 0 to 1. */
    public double meanLoss() {
        return pictures.stream()
                .filter(DatasetReport::isCropped)
                .mapToDouble(picture -> 1 - picture.framing().kept())
                .average()
                .orElse(0);
    }

    private static boolean isCropped(PictureReport picture) {
        return picture.framing().kept() < 0.99;
    }

    /** How many are enlarged. */
    public int enlarged() {
        return (int) pictures.stream().filter(picture -> picture.scale() > 1).count();
    }

    /** The factor by which the smallest is enlarged; 1 where none is. */
    public double mostEnlarged() {
        return pictures.stream().mapToDouble(PictureReport::scale).reduce(1, Math::max);
    }

    /** How many pictures an epoch shows. */
    public long shown() {
        return buckets.stream().mapToLong(BucketCount::shown).sum();
    }
}
