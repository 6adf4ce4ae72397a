package atelier.service.dataset;

import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds pictures that show the very same, whatever their files are called and however they were
 * stored. Of each set one stays, the first that has a caption; a file that a configuration names
 * twice, and pictures at different resolutions, were meant to be seen twice.
 */
final class ExactCopies {

    private ExactCopies() {}

    private record Key(String pixels, boolean regularisation, BucketOverrides buckets) {
        static Key of(DatasetPicture picture) {
            return new Key(
                    picture.measures().pixels(),
                    picture.subset().regularisation(),
                    picture.subset().buckets());
        }
    }

    /**
     * The pictures without copies, in their order.
     *
     * @param leftOut where the copies go
     */
    static List<DatasetPicture> without(List<DatasetPicture> pictures, List<LeftOut> leftOut) {
        Map<Key, DatasetPicture> kept = new LinkedHashMap<>();
        for (DatasetPicture picture : pictures) {
            kept.merge(
                    Key.of(picture),
                    picture,
                    (first, other) ->
                            first.captionFile() == null && other.captionFile() != null
                                    ? other
                                    : first);
        }
        List<DatasetPicture> left = new ArrayList<>();
        Set<Path> told = new LinkedHashSet<>();
        for (DatasetPicture picture : pictures) {
            DatasetPicture original = kept.getOrDefault(Key.of(picture), picture);
            if (original.file().equals(picture.file())) {
                left.add(picture);
            } else if (told.add(picture.file())) {
                leftOut.add(
                        new LeftOut(picture.file(), reason(picture, original), original.file()));
            }
        }
        return left;
    }

    private static String reason(DatasetPicture picture, DatasetPicture original) {
        String same =
                original.sha256().equals(picture.sha256())
                        ? "is an exact copy of"
                        : "shows exactly the same pixels as";
        String captions =
                picture.captionFile() != null && !picture.caption().equals(original.caption())
                        ? ", whose own caption counts"
                        : "";
        return "%s %s %s%s; it would count twice."
                .formatted(picture.file(), same, original.file(), captions);
    }
}
