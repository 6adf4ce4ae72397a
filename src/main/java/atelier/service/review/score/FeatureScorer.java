package atelier.service.review.score;

import atelier.model.job.CancelToken;
import atelier.model.review.FeatureLists;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.feature.FeatureMatch;
import atelier.service.review.feature.FeatureSight;
import atelier.service.storage.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Measures how well images show what an analysis says of a subject. */
final class FeatureScorer {

    private final FeatureSight sight;
    private final FeatureMatch match;
    private final CancelToken cancel;

    private FeatureScorer(FeatureSight sight, FeatureMatch match, CancelToken cancel) {
        this.sight = sight;
        this.match = match;
        this.cancel = cancel;
    }

    /**
     * By that analysis.
     *
     * @param reader reads what was looked for
     */
    static FeatureScorer reading(
            SubjectAnalysis analysis, TextLikeness reader, CancelToken cancel) {
        return new FeatureScorer(
                sight(analysis.lists(), reader, cancel), new FeatureMatch(analysis), cancel);
    }

    private static FeatureSight sight(FeatureLists lists, TextLikeness reader, CancelToken cancel) {
        return new FeatureSight(lists, TextPlaces.of(FeatureSight.texts(lists), reader, cancel));
    }

    /**
     * How well an image shows the subject, 0 to 1.
     *
     * @param image where CLIP has it
     */
    double match(float[] image) {
        return match.of(sight.of(image));
    }

    /**
     * What pictures of the subject reach: the references, else those that were analyzed, each
     * against the others; empty where that is not known.
     *
     * @param known where CLIP has the references
     */
    OptionalDouble ceiling(List<Path> references, List<float[]> known) {
        return references.isEmpty()
                ? match.ownMean()
                : IntStream.range(0, references.size())
                        .mapToDouble(i ->
                                match.among(
                                        sight.of(known.get(i)),
                                        Sha256.ofFile(references.get(i), cancel)))
                        .average();
    }
}
