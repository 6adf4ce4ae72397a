package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.service.dataset.FramedPicture;
import atelier.service.storage.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Pictures divided into those to train on and those that the loss is measured on alone.
 *
 * @param trained in the order of the data set
 * @param heldBack in that order, too
 */
record HeldBack(List<FramedPicture> trained, List<FramedPicture> heldBack) {

    /** Copies the lists. */
    HeldBack {
        trained = List.copyOf(trained);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * Holds back some of the subject's pictures. Which, the seed and the pictures' content say, so
     * that one more picture seldom changes the choice.
     *
     * @param count how many
     * @param allowFew whether one is enough to train on
     * @throws AtelierException if too few are left
     */
    static HeldBack of(List<FramedPicture> pictures, int count, long seed, boolean allowFew) {
        List<String> subject =
                pictures.stream()
                        .map(FramedPicture::picture)
                        .filter(picture -> !picture.subset().regularisation())
                        .map(DatasetPicture::sha256)
                        .distinct()
                        .toList();
        int left = Math.max(0, subject.size() - count);
        int fewest = allowFew ? 1 : Dataset.FEWEST;
        if (count > 0 && left < fewest) {
            throw new AtelierException(
                    "With validationPictures=%d, %d of %d pictures are left to train on, but training needs at least %d: add more, or hold back fewer."
                            .formatted(count, left, subject.size(), fewest));
        }
        Set<String> chosen =
                subject.stream()
                        .sorted(Comparator.comparing(hash -> Sha256.ofText(seed + " " + hash)))
                        .limit(count)
                        .collect(Collectors.toSet());
        Predicate<FramedPicture> heldBack = framed -> chosen.contains(framed.picture().sha256());
        return new HeldBack(
                pictures.stream().filter(heldBack.negate()).toList(),
                pictures.stream().filter(heldBack).toList());
    }
}
