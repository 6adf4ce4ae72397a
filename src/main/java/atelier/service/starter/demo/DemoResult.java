package atelier.service.starter.demo;

import atelier.model.training.TrainingResult;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a demonstration.
 *
 * @param folder of everything
 * @param trigger that calls the subject up
 * @param pictures trained on
 * @param references never trained on
 * @param training what came of the training
 * @param images of each prompt
 * @param scores one for each way to look at them
 * @param seconds of the training and of the images
 */
public record DemoResult(
        Path folder,
        String trigger,
        List<Path> pictures,
        List<Path> references,
        TrainingResult training,
        List<DemoImages> images,
        List<LikenessScore> scores,
        Seconds seconds) {

    /**
     * How long it took.
     *
     * @param training seconds
     * @param images seconds
     */
    public record Seconds(double training, double images) {}

    /** Keeps copies of the lists. */
    public DemoResult {
        pictures = List.copyOf(pictures);
        references = List.copyOf(references);
        images = List.copyOf(images);
        scores = List.copyOf(scores);
    }

    /** The report as a page. */
    public Path page() {
        return folder.resolve("report.html");
    }

    /** The report as a picture. */
    public Path picture() {
        return folder.resolve("report.png");
    }

    /** The folder of the training. */
    Path run() {
        return folder.resolve("run");
    }
}
