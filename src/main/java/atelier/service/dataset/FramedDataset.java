package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketRule;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a dataset with the sizes they are trained at.
 *
 * @param pictures in the order of their names
 * @param leftOut what is not trained on, with what a bucket could not be found for
 */
public record FramedDataset(List<FramedPicture> pictures, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public FramedDataset {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Finds each picture its bucket.
     *
     * @throws AtelierException if too few pictures are left
     */
    public static FramedDataset of(Dataset dataset, BucketRule rule) {
        Buckets buckets = new Buckets(rule);
        List<FramedPicture> framed = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
        for (DatasetPicture picture : dataset.pictures()) {
            try {
                framed.add(
                        new FramedPicture(
                                picture, buckets.frame(picture.width(), picture.height())));
            } catch (AtelierException e) {
                leftOut.add(new LeftOut(picture.file(), String.valueOf(e.getMessage())));
            }
        }
        EnoughPictures.require(
                new Dataset(
                        dataset.folder(),
                        framed.stream().map(FramedPicture::picture).toList(),
                        leftOut));
        return new FramedDataset(framed, leftOut);
    }
}
