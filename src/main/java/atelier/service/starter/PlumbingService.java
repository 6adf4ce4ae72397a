package atelier.service.starter;

import atelier.engine.weights.Checkpoint;
import atelier.model.AtelierException;
import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.generation.GenerationService;
import atelier.service.storage.OutputFolder;
import atelier.service.storage.PictureReader;
import atelier.service.training.TrainingService;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs the whole job once, on pictures it draws and a model with random weights: ten pictures,
 * twenty steps of training, images with and without the adapter. It proves that everything works
 * together; such images cannot look like anything.
 */
public final class PlumbingService {

    private static final String TRIGGER = "atelier house";
    private static final int IMAGES = 2;
    private static final int SIDE = 128;

    private final TrainingService training;
    private final GenerationService generation;
    private final PictureReader reader;

    /** Runs the job with these services; the reader looks at what they made. */
    public PlumbingService(
            TrainingService training, GenerationService generation, PictureReader reader) {
        this.training = training;
        this.generation = generation;
        this.reader = reader;
    }

    /**
     * Draws, trains, generates and compares.
     *
     * @param model a small model
     * @param out folder for everything; each run makes a folder of its own in it
     * @throws AtelierException if a part of it fails, or the adapter makes no difference
     */
    public PlumbingResult run(Path model, Path out, ProgressListener progress, CancelToken cancel) {
        // Refused before ten pictures are drawn for nothing.
        Checkpoint.open(model);
        Path folder = OutputFolder.next(out);
        List<Path> pictures = PlumbingPictures.draw(made(folder.resolve("pictures")));
        TrainingResult trained =
                training.train(
                        new TrainingOrder(
                                ModelChoice.of(model),
                                folder.resolve("pictures"),
                                TRIGGER,
                                folder.resolve("run"),
                                Map.of(
                                        "steps",
                                        "20",
                                        "resolution",
                                        Integer.toString(SIDE),
                                        "learningRate",
                                        "0.001",
                                        "previewEvery",
                                        "0"),
                                DeviceChoice.CPU),
                        progress,
                        cancel);
        List<Path> plain =
                images(model, List.of(), folder.resolve("without-adapter"), progress, cancel);
        List<Path> adapted =
                images(
                        model,
                        List.of(new AdapterUse(trained.adapter(), 1)),
                        folder.resolve("with-adapter"),
                        progress,
                        cancel);
        int differing = 0;
        for (int i = 0; i < IMAGES; i++) {
            differing += Arrays.equals(pixels(plain.get(i)), pixels(adapted.get(i))) ? 0 : 1;
        }
        if (differing < IMAGES) {
            throw new AtelierException(
                    "The images in %s are the same with and without the adapter %s, so it does nothing: report this as a defect."
                            .formatted(folder, trained.adapter()));
        }
        return new PlumbingResult(pictures, trained, plain, adapted, differing);
    }

    private static Path made(Path folder) {
        OutputFolder.prepare(folder);
        return folder;
    }

    private List<Path> images(
            Path model,
            List<AdapterUse> adapters,
            Path folder,
            ProgressListener progress,
            CancelToken cancel) {
        GenerationRequest request =
                new GenerationRequest(
                        TRIGGER + " in the evening",
                        null,
                        SIDE,
                        SIDE,
                        null,
                        new SamplingSettings("euler", "leading", 8, 5, 0, 0),
                        1,
                        IMAGES,
                        0,
                        EmphasisMode.NO_NORM,
                        null);
        GenerationOrder order =
                new GenerationOrder(
                        ModelChoice.of(model), adapters, request, folder, DeviceChoice.CPU, false);
        return generation.generate(order, file -> {}, progress, cancel);
    }

    private int[] pixels(Path file) {
        BufferedImage image = reader.read(file);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
