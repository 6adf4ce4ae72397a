package atelier.service.review.analysis;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.review.AnalysisOrder;
import atelier.model.review.AnalysisResult;
import atelier.model.review.FeatureLists;
import atelier.model.review.Metric;
import atelier.model.review.PictureFeatures;
import atelier.model.review.SeenFeatures;
import atelier.model.review.SubjectAnalysis;
import atelier.service.review.feature.AnalysisFile;
import atelier.service.review.feature.FeatureListsFile;
import atelier.service.review.feature.FeatureMeans;
import atelier.service.review.feature.FeatureSight;
import atelier.service.review.feature.SuggestedPrompt;
import atelier.service.review.score.Likeness;
import atelier.service.review.score.PictureEmbeddings;
import atelier.service.review.score.ScoreNetworks;
import atelier.service.review.score.TextLikeness;
import atelier.service.review.score.TextPlaces;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureNames;
import atelier.service.storage.PictureReader;
import atelier.service.storage.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at pictures of a subject by CLIP: how sure each value of each category is, picture by
 * picture and over all, and what a training prompt would say of it.
 */
public final class AnalysisService {

    private static final String PAGE = "analysis.html";

    private final ScoreNetworks networks;
    private final PictureReader pictures;

    /**
     * @param networks that look and read
     * @param pictures reads the files
     */
    public AnalysisService(ScoreNetworks networks, PictureReader pictures) {
        this.networks = networks;
        this.pictures = pictures;
    }

    /** An order that needs no further choice: its results lie where scores look for them. */
    public static AnalysisOrder order(Path pictures, String subject, Path networks) {
        return new AnalysisOrder(pictures, subject, networks, null, AnalysisFile.folder(pictures));
    }

    /** Where the page lies that is written into a folder. */
    public static Path page(Path folder) {
        return folder.resolve(PAGE);
    }

    /**
     * Looks at the pictures, and writes down what was seen, in place of what was seen before.
     *
     * @throws AtelierException if there are no pictures, one cannot be read, there is no CLIP in
     *     the model, or the lists do not tell what to look for
     */
    public AnalysisResult analyze(
            AnalysisOrder order, ProgressListener progress, CancelToken cancel) {
        // Refused before anything is loaded.
        FeatureLists lists = FeatureListsFile.read(order.lists());
        List<Path> files = PictureNames.needed(order.pictures());
        Likeness looking = networks.likenesses(order.networks()).get(Metric.CLIP_IMAGE);
        TextLikeness reading = networks.texts(order.networks()).orElse(null);
        if (looking == null || reading == null) {
            throw new AtelierException(
                    "There is no picture tower of CLIP in %s, so nothing is seen in pictures: choose a model that has one."
                            .formatted(order.networks()));
        }
        FeatureSight sight =
                new FeatureSight(lists, TextPlaces.of(FeatureSight.texts(lists), reading, cancel));
        List<float[]> seen = new PictureEmbeddings(pictures, progress, cancel).of(looking, files);
        List<PictureFeatures> features = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            features.add(
                    new PictureFeatures(
                            file.getFileName().toString(),
                            Sha256.ofFile(file, cancel),
                            sight.of(seen.get(i))));
        }
        List<SeenFeatures> overall =
                FeatureMeans.of(features.stream().map(PictureFeatures::features).toList());
        SubjectAnalysis analysis =
                new SubjectAnalysis(
                        order.subject(),
                        networks.identity(order.networks()),
                        lists,
                        overall,
                        features,
                        SuggestedPrompt.of(order.subject(), lists, overall));
        return write(order, analysis);
    }

    private AnalysisResult write(AnalysisOrder order, SubjectAnalysis analysis) {
        OutputFolder.prepare(order.out());
        Path file = AnalysisFile.in(order.out());
        Path page = page(order.out());
        AnalysisFile.write(file, analysis);
        new AnalysisPage(analysis, order.pictures(), pictures).write(page);
        return new AnalysisResult(analysis, file, page);
    }
}
