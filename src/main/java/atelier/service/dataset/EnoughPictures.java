package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.LeftOut;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Refuses datasets from which nothing can be learnt. */
final class EnoughPictures {

    private EnoughPictures() {}

    /**
     * Checks the number of pictures of the subject.
     *
     * @param source where they come from
     * @param allowFew whether one is enough
     * @return what to say if there are fewer than {@link Dataset#FEWEST}, with what was left out
     */
    static Optional<String> check(
            Path source, List<DatasetPicture> pictures, List<LeftOut> leftOut, boolean allowFew) {
        long count =
                pictures.stream().filter(picture -> !picture.subset().regularisation()).count();
        int fewest = allowFew ? 1 : Dataset.FEWEST;
        if (count >= fewest) {
            return Optional.empty();
        }
        String example =
                leftOut.isEmpty()
                        ? ""
                        : " (%d files were left out, the first because %s)"
                                .formatted(
                                        leftOut.size(),
                                        leftOut.getFirst().reason().replaceFirst("\\.$", ""));
        return Optional.of(
                "%s holds %s that can be read%s, but training needs at least %d: add more%s."
                        .formatted(
                                source,
                                count(count),
                                example,
                                fewest,
                                count > 0 ? ", or say --allow-few" : ""));
    }

    private static String count(long count) {
        return switch ((int) count) {
            case 0 -> "no picture";
            case 1 -> "one picture";
            default -> count + " pictures";
        };
    }

    /**
     * Refuses a dataset that something stands against.
     *
     * @throws AtelierException with the first of these sentences
     */
    static void refuse(List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AtelierException(obstacles.getFirst());
        }
    }
}
