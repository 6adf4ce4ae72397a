package atelier.model.dataset;

import java.util.List;

/**
 * What a user wants of the way pictures are framed.
 *
 * @param sizes one for each size that a picture is trained at, the largest first; at least one
 * @param subjectCrop whether pictures are cut around what their masks show
 */
public record FramingWish(List<BucketWish> sizes, boolean subjectCrop) {

    /** Copies the list. */
    public FramingWish {
        sizes = List.copyOf(sizes);
    }

    /** One size, cut about the centre. */
    public static FramingWish of(BucketWish size) {
        return new FramingWish(List.of(size), false);
    }
}
