package atelier.engine.weights;

import atelier.model.AtelierException;
import atelier.model.library.ModelFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model's files, their tensors assigned to networks, and what they say about it; nothing is
 * checked against a structure yet.
 *
 * @param path the file or folder
 * @param layout how it lies there
 * @param family what the tensors' names tell
 * @param networks the networks that are there
 * @param configs the networks' own configurations
 * @param strangers names that belong to no network
 * @param names every tensor's name, those that are not computed with included
 * @param metadata of the single file, or of the UNet's first file
 * @param index the folder's {@code model_index.json}
 * @param scheduler the scheduler's configuration
 */
record ModelFiles(
        Path path,
        CheckpointLayout layout,
        ModelFamily family,
        Map<Component, NetworkSource> networks,
        Map<Component, JsonNode> configs,
        List<String> strangers,
        Set<String> names,
        Map<String, String> metadata,
        @Nullable JsonNode index,
        @Nullable JsonNode scheduler) {

    /**
     * Opens whatever lies there.
     *
     * @throws AtelierException if it cannot be read
     */
    static ModelFiles open(Path path) {
        FileStamp.of(path);
        if (!Files.isDirectory(path)) {
            return ofFile(SafetensorsFile.open(path));
        }
        if (!DiffusersFolder.isModel(path)) {
            throw new AtelierException(
                    path
                            + " is a folder without a model_index.json: choose a model's own folder or a .safetensors file.");
        }
        return ofFolder(path);
    }

    static ModelFiles ofFile(SafetensorsFile file) {
        SingleFile single = new SingleFile(file);
        return new ModelFiles(
                file.path(),
                CheckpointLayout.SINGLE_FILE,
                Recognizer.recognize(file.tensors()),
                single.networks(),
                Map.of(),
                single.strangers(),
                file.tensors().keySet(),
                file.metadata(),
                null,
                null);
    }

    private static ModelFiles ofFolder(Path folder) {
        Map<Component, NetworkSource> networks = new EnumMap<>(Component.class);
        Map<Component, JsonNode> configs = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            Path part = folder.resolve(component.folder());
            if (Files.isDirectory(part)) {
                networks.put(component, DiffusersFolder.network(component, part));
                JsonNode config = DiffusersFolder.config(part);
                if (config != null) {
                    configs.put(component, config);
                }
            }
        }
        NetworkSource unet = networks.get(Component.UNET);
        List<SafetensorsFile> unetFiles = unet == null ? List.of() : List.copyOf(unet.files());
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        unetFiles.forEach(file -> tensors.putAll(file.tensors()));
        return new ModelFiles(
                folder,
                CheckpointLayout.DIFFUSERS_FOLDER,
                family(folder, tensors),
                networks,
                configs,
                List.of(),
                tensors.keySet(),
                unetFiles.isEmpty() ? Map.of() : unetFiles.getFirst().metadata(),
                jsonIfThere(folder.resolve("model_index.json")),
                jsonIfThere(schedulerFile(folder)));
    }

    /** Where a network's configuration is, or could be put. */
    String configPlace(Component component) {
        return layout == CheckpointLayout.SINGLE_FILE
                ? ConfigOverrides.placeBeside(path, component)
                : path.resolve(component.folder()).resolve("config.json").toString();
    }

    static Path schedulerFile(Path folder) {
        return folder.resolve("scheduler").resolve("scheduler_config.json");
    }

    private static @Nullable JsonNode jsonIfThere(Path file) {
        return Files.exists(file) ? ConfigReader.json(file) : null;
    }

    /** A folder's index names its pipeline, which tells more than a tensor can. */
    private static ModelFamily family(Path folder, Map<String, TensorInfo> unet) {
        JsonNode index = jsonIfThere(folder.resolve("model_index.json"));
        String pipeline = index == null ? "" : index.path("_class_name").asString("");
        JsonNode scheduler = jsonIfThere(schedulerFile(folder));
        if (scheduler != null && scheduler.path("_class_name").asString("").startsWith("EDM")) {
            return ModelFamily.SDXL_EDM;
        }
        if (pipeline.startsWith("Flux")) {
            return ModelFamily.FLUX;
        }
        return pipeline.startsWith("StableDiffusion3")
                ? ModelFamily.SD3
                : Recognizer.recognize(unet);
    }
}
