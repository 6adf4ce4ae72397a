package atelier.service.review.score;

import atelier.model.review.Metric;
import atelier.service.job.Accelerator;
import atelier.service.starter.build.AttributeClassifier;
import atelier.service.starter.build.StarterFiles;
import atelier.service.storage.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The networks that are there: those that a starter model brings along, and others by their names
 * in the workspace's folder of models.
 */
public final class FoundNetworks implements ScoreNetworks {

    /** What the networks are called. */
    private static final String DINO = "dino.onnx";

    private static final String LPIPS = "lpips.onnx";

    private final Accelerator accelerator;
    private final Path models;

    /**
     * @param models the workspace's folder of models; need not exist
     */
    public FoundNetworks(Accelerator accelerator, Path models) {
        this.accelerator = accelerator;
        this.models = models;
    }

    @Override
    public SequencedMap<Metric, Likeness> likenesses(Path model) {
        SequencedMap<Metric, Likeness> found = new LinkedHashMap<>();
        if (hasTower(model)) {
            found.put(Metric.CLIP_IMAGE, ModelLikeness.clip(accelerator, model));
        }
        if (hasClassifier(model)) {
            found.put(Metric.FEATURES, ModelLikeness.attributes(accelerator, model));
        }
        if (Files.isRegularFile(dino())) {
            found.put(Metric.DINO, ModelLikeness.dino(accelerator, dino()));
        }
        return found;
    }

    private static boolean hasTower(Path model) {
        return Files.isRegularFile(StarterFiles.pictureTower(model));
    }

    private static boolean hasClassifier(Path model) {
        return Files.isDirectory(model.resolve(AttributeClassifier.FOLDER));
    }

    private Path dino() {
        return models.resolve(DINO);
    }

    private Path lpips() {
        return models.resolve(LPIPS);
    }

    @Override
    public Optional<PictureDistance> distance() {
        return Files.isRegularFile(lpips())
                ? Optional.of(new ModelDistance(accelerator, lpips()))
                : Optional.empty();
    }

    /** The hash of the tower, which one text encoder alone goes with. */
    @Override
    public String identity(Path model) {
        return hasTower(model) ? Sha256.ofFile(StarterFiles.pictureTower(model)) : "";
    }

    @Override
    public Optional<TextLikeness> texts(Path model) {
        return hasTower(model) ? Optional.of(new ModelTexts(accelerator, model)) : Optional.empty();
    }

    @Override
    public List<String> absent(Path model) {
        List<String> absent = new ArrayList<>();
        if (!hasTower(model)) {
            absent.add(
                    "CLIP-I and CLIP-T are not measured, as there is no picture tower in %s."
                            .formatted(model));
        }
        if (!hasClassifier(model)) {
            absent.add(
                    "Features are not measured, as there is no classifier in %s.".formatted(model));
        }
        if (!Files.isRegularFile(dino())) {
            absent.add("DINO is not measured, as there is no %s.".formatted(dino()));
        }
        if (!Files.isRegularFile(lpips())) {
            absent.add("LPIPS is not measured, as there is no %s.".formatted(lpips()));
        }
        return absent;
    }
}
