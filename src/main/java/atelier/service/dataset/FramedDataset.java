package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.FramingWish;
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
 * @param notes what else the user should know, each a sentence
 * @param obstacles why it cannot be trained on as it is
 */
public record FramedDataset(
        List<FramedPicture> pictures,
        List<LeftOut> leftOut,
        List<String> notes,
        List<String> obstacles) {

    /** Copies the lists. */
    public FramedDataset {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Finds each picture its buckets, for training.
     *
     * @param wish of the sizes; where subjects are wanted, {@link SubjectCrops} finds them
     * @param allowFew whether one picture is enough
     * @throws AtelierException if too few pictures are left, or something else stands against it
     */
    public static FramedDataset of(Dataset dataset, FramingWish wish, boolean allowFew) {
        FramedDataset framed = look(dataset, wish, allowFew);
        EnoughPictures.refuse(framed.obstacles());
        return framed;
    }

    /** The same, telling what stands against training. */
    static FramedDataset look(Dataset dataset, FramingWish wish, boolean allowFew) {
        Map<BucketOverrides, PictureFramer> framers = new HashMap<>();
        List<FramedPicture> framed = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
        for (DatasetPicture picture : dataset.pictures()) {
            PictureFramer framer =
                    framers.computeIfAbsent(
                            picture.subset().buckets(),
                            said -> new PictureFramer(wish.sizes(), said));
            try {
                framed.add(new FramedPicture(picture, framer.frame(picture)));
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
        return new FramedDataset(
                framed, leftOut, dataset.notes(), obstacles.stream().distinct().toList());
    }
}
