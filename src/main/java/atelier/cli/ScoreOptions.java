package atelier.cli;

import atelier.model.AtelierException;
import atelier.model.review.QualityWeights;
import atelier.model.review.ScoreOrder;
import atelier.service.storage.PictureNames;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What images are measured by. */
final class ScoreOptions {

    private static final int WEIGHTS = 3;

    @Option(
            names = "--references",
            paramLabel = "DIR",
            description =
                    "Folder with pictures of the subject, best ones that training never saw, to measure how like it the images are.")
    private @Nullable Path references;

    @Option(
            names = "--training",
            paramLabel = "DIR",
            description =
                    "Folder with the pictures that the adapters were trained on, to tell images that may be copies of one.")
    private @Nullable Path training;

    @Option(
            names = "--analysis",
            paramLabel = "FILE",
            description =
                    "What atelier analyze saw in pictures of the subject, to measure how well the images show its features."
                            + " Default: the analysis of the --training or --references folder, where there is one.")
    private @Nullable Path analysis;

    @Option(
            names = "--scores-by",
            paramLabel = "DIR",
            description =
                    "Model whose picture tower measures, as built by models build-starter. Default: the one Atelier brings along.")
    private @Nullable Path networks;

    @Option(
            names = "--quality-weights",
            split = ",",
            paramLabel = "W",
            defaultValue = "0.4,0.4,0.2",
            description =
                    "How much CLIP-I, features and SSIM count in the quality. Default: ${DEFAULT-VALUE}.")
    private List<Double> weights;

    /**
     * What was asked for.
     *
     * @param starter the model that comes along
     */
    ScoreOrder order(Path starter) {
        if (weights.size() != WEIGHTS
                || weights.stream().anyMatch(weight -> !(weight >= 0))
                || weights.stream().mapToDouble(Double::doubleValue).sum() == 0) {
            throw new AtelierException(
                    "--quality-weights takes three numbers of 0 and above, such as 0.4,0.4,0.2.");
        }
        return new ScoreOrder(
                networks == null ? starter : networks,
                pictures(references),
                pictures(training),
                new QualityWeights(weights.get(0), weights.get(1), weights.get(2)),
                analysis);
    }

    private static List<Path> pictures(@Nullable Path folder) {
        return folder == null ? List.of() : PictureNames.needed(folder);
    }
}
