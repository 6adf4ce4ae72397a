package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.library.Detection;
import atelier.model.library.FileHashes;
import atelier.model.library.FileKind;
import atelier.model.library.ModelInspection;
import atelier.model.library.ModelInspection.NetworkSummary;
import atelier.model.library.ModelInspection.PredictionSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a model is from its headers and configurations alone, also one that cannot be used, and
 * why.
 */
public final class CheckpointInspector {

    private final ContentHashes hashes;

    /**
     * @param hashes tells those hashes that are known already
     */
    public CheckpointInspector(ContentHashes hashes) {
        this.hashes = hashes;
    }

    /**
     * Inspects a model, a VAE or a text encoder.
     *
     * @throws AtelierException if the file cannot be read at all
     */
    public ModelInspection inspect(Path path, CheckpointOptions options) {
        Detection detection = FileDetector.detect(path);
        if (Files.isDirectory(path) && detection.kind() == FileKind.VAE) {
            return ofVaeFolder(path, detection);
        }
        ModelFiles files = ModelFiles.open(path);
        if (!detection.family().isUsed()) {
            return inspection(files, detection, null, detection.reason());
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.of(files, options);
        } catch (AtelierException e) {
            return inspection(files, detection, null, String.valueOf(e.getMessage()));
        }
        return inspection(files, detection, checkpoint, "");
    }

    private ModelInspection inspection(
            ModelFiles files,
            Detection detection,
            @Nullable Checkpoint checkpoint,
            String problem) {
        boolean single = files.layout() == CheckpointLayout.SINGLE_FILE;
        @Nullable FileHashes known = single ? hashes.known(files.path()).orElse(null) : null;
        return new ModelInspection(
                files.path(),
                detection,
                files.layout().label(),
                bytes(files),
                checkpoint == null ? networks(files) : networks(checkpoint),
                checkpoint == null ? null : prediction(checkpoint.prediction()),
                problem,
                files.metadata(),
                known);
    }

    private static ModelInspection ofVaeFolder(Path path, Detection detection) {
        VaeFile vae = VaeFile.open(path);
        Collection<WeightSource> tensors = vae.weights().values();
        return new ModelInspection(
                path,
                detection,
                CheckpointLayout.DIFFUSERS_FOLDER.label(),
                tensors.stream().mapToLong(WeightSource::bytes).sum(),
                List.of(summary(Component.VAE, tensors, SizesText.of(vae.config()))),
                null,
                detection.reason(),
                Map.of(),
                null);
    }

    private static PredictionSummary prediction(Prediction prediction) {
        return new PredictionSummary(
                prediction.type(), prediction.zeroTerminalSnr(), prediction.source());
    }

    private static List<NetworkSummary> networks(ModelFiles files) {
        List<NetworkSummary> networks = new ArrayList<>();
        files.networks()
                .forEach((component, source) ->
                        networks.add(summary(component, source.tensors().values(), "")));
        return networks;
    }

    private static List<NetworkSummary> networks(Checkpoint checkpoint) {
        return checkpoint.components().stream()
                .map(component ->
                        summary(
                                component,
                                checkpoint.weights(component).values(),
                                SizesText.of(checkpoint, component)))
                .toList();
    }

    private static NetworkSummary summary(
            Component component, Collection<WeightSource> tensors, String sizes) {
        Map<String, Long> types = new TreeMap<>();
        tensors.forEach(tensor -> types.merge(tensor.dtype().name(), tensor.elements(), Long::sum));
        long parameters = types.values().stream().mapToLong(Long::longValue).sum();
        return new NetworkSummary(component.label(), tensors.size(), parameters, types, sizes);
    }

    private static long bytes(ModelFiles files) {
        return files.layout() == CheckpointLayout.SINGLE_FILE
                ? FileStamp.of(files.path()).size()
                : files.networks().values().stream()
                        .flatMap(network -> network.files().stream())
                        .distinct()
                        .mapToLong(shard -> shard.stamp().size())
                        .sum();
    }
}
