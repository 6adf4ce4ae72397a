package atelier.service.review.feature;

import atelier.model.review.FeatureCategory;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well an image shows the features of a subject: the mean over the categories that belong to
 * the subject of the Bhattacharyya coefficient Σ √(p q) of what is seen in the image, p, and in the
 * subject's pictures, q (Bhattacharyya 1943). It is 1 where both are the same, and 0 where nothing
 * is common to them.
 *
 * <p>A category counts the more the more alike the subject's pictures are in it: by 1 − H(q)/ln n,
 * where H is the entropy of q over its n values. What changes from picture to picture is no feature
 * of the subject.
 */
public final class FeatureMatch {

    private final SubjectAnalysis analysis;
    private final Set<String> ofSubject;

    /** Of that subject. */
    public FeatureMatch(SubjectAnalysis analysis) {
        this.analysis = analysis;
        this.ofSubject =
                analysis.lists().categories().stream()
                        .filter(FeatureCategory::ofSubject)
                        .map(FeatureCategory::name)
                        .collect(Collectors.toSet());
    }

    /**
     * How well an image shows the subject, 0 to 1.
     *
     * @param seen in the image
     * @return 0 where the lists have no category that belongs to the subject
     */
    public double of(List<SeenFeatures> seen) {
        return match(seen, analysis.overall());
    }

    /**
     * How well the subject's own pictures show it, each held against the others.
     *
     * @return empty where there is but one
     */
    public OptionalDouble ownMean() {
        return analysis.pictures().size() < 2
                ? OptionalDouble.empty()
                : analysis.pictures().stream()
                        .mapToDouble(picture -> among(picture.features(), picture.sha256()))
                        .average();
    }

    /**
     * How well a picture of the subject shows it; held against the others, where it is one of those
     * that were looked at.
     *
     * @param sha256 of its file
     */
    public double among(List<SeenFeatures> seen, String sha256) {
        List<List<SeenFeatures>> others = new ArrayList<>();
        for (PictureFeatures picture : analysis.pictures()) {
            if (!picture.sha256().equals(sha256)) {
                others.add(picture.features());
            }
        }
        boolean known = others.size() < analysis.pictures().size();
        return known && !others.isEmpty() ? match(seen, FeatureMeans.of(others)) : of(seen);
    }

    private double match(List<SeenFeatures> seen, List<SeenFeatures> subject) {
        Map<String, SeenFeatures> image =
                seen.stream()
                        .collect(Collectors.toMap(SeenFeatures::category, Function.identity()));
        double sum = 0;
        double all = 0;
        for (SeenFeatures mine : subject) {
            SeenFeatures its = image.get(mine.category());
            if (its != null && ofSubject.contains(mine.category())) {
                double weight = sureness(mine);
                sum += weight * overlap(mine, its);
                all += weight;
            }
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double overlap(SeenFeatures subject, SeenFeatures image) {
        return subject.shares().stream()
                .mapToDouble(one -> Math.sqrt(one.share() * image.share(one.value())))
                .sum();
    }

    /** 1 where one value has all, towards 0 where all values have the same. */
    private static double sureness(SeenFeatures subject) {
        double entropy =
                subject.shares().stream()
                        .filter(one -> one.share() > 0)
                        .mapToDouble(one -> -one.share() * Math.log(one.share()))
                        .sum();
        return Math.max(0, 1 - entropy / Math.log(subject.shares().size()));
    }
}
