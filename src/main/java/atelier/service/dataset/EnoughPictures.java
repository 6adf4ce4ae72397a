package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.Dataset;

/** Refuses datasets from which nothing can be learnt. */
final class EnoughPictures {

    private EnoughPictures() {}

    /**
     * Checks the number of pictures.
     *
     * @throws AtelierException if there are fewer than {@link Dataset#FEWEST}; it says what was
     *     left out
     */
    static void require(Dataset dataset) {
        int count = dataset.pictures().size();
        if (count >= Dataset.FEWEST) {
            return;
        }
        String example =
                dataset.leftOut().isEmpty()
                        ? ""
                        : " (%d files were left out, the first because %s)"
                                .formatted(
                                        dataset.leftOut().size(),
                                        dataset.leftOut()
                                                .getFirst()
                                                .reason()
                                                .replaceFirst("\\.$", ""));
        throw new AtelierException(
                "%s holds %s that can be read%s, but training needs at least %d: add more."
                        .formatted(
                                dataset.folder(),
                                switch (count) {
                                    case 0 -> "no picture";
                                    case 1 -> "one picture";
                                    default -> count + " pictures";
                                },
                                example,
                                Dataset.FEWEST));
    }
}
