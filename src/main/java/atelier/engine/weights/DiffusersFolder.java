package atelier.engine.weights;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The folder of one network in the diffusers layout: its configuration, and its weights in one file
 * or several shards.
 */
final class DiffusersFolder {

    private static final String ENDING = ".safetensors";

    /**
     * The plain files before the half-precision ones, as the plain ones lose less when converted.
     */
    private static final List<String> STEMS =
            List.of(
                    "diffusion_pytorch_model",
                    "model",
                    "diffusion_pytorch_model.fp16",
                    "model.fp16");

    private DiffusersFolder() {}

    /** Whether a folder is a model in this layout. */
    static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve("model_index.json"))
                || Files.isDirectory(folder.resolve(Component.UNET.folder()));
    }

    /** The network's configuration; null if there is none. */
    static @Nullable JsonNode config(Path folder) {
        Path config = folder.resolve("config.json");
        return Files.exists(config) ? ConfigReader.json(config) : null;
    }

    /**
     * The network's tensors.
     *
     * @throws AtelierException if the folder holds no weights that can be read
     */
    static NetworkSource network(Component component, Path folder) {
        NetworkSource network =
                new NetworkSource(
                        component,
                        "",
                        component == Component.VAE ? KeyMap.oldVae() : KeyMap.same());
        for (SafetensorsFile shard : shards(folder)) {
            for (TensorInfo tensor : shard.tensors().values()) {
                if (!IgnoredTensors.contains(tensor.name())) {
                    network.add(shard, tensor);
                }
            }
        }
        return network;
    }

    private static List<SafetensorsFile> shards(Path folder) {
        for (String stem : STEMS) {
            Path whole = folder.resolve(stem + ENDING);
            if (Files.exists(whole)) {
                return List.of(SafetensorsFile.open(whole));
            }
            Optional<Path> index = index(folder, stem);
            if (index.isPresent()) {
                return shardsOf(index.get());
            }
        }
        List<Path> others = withEnding(folder, ENDING);
        if (others.size() == 1) {
            return List.of(SafetensorsFile.open(others.getFirst()));
        }
        boolean pickled = !withEnding(folder, ".bin").isEmpty();
        throw new AtelierException(
                folder
                        + (pickled
                                ? " holds its weights as a PyTorch pickle (.bin), which is refused because opening one can run code: get"
                                        + " the model's .safetensors version."
                                : " holds no weights (*.safetensors): download the model again."));
    }

    private static Optional<Path> index(Path folder, String stem) {
        String plain =
                stem.endsWith(".fp16") ? stem.substring(0, stem.length() - ".fp16".length()) : stem;
        List<String> names =
                plain.equals(stem)
                        ? List.of(stem + ENDING + ".index.json")
                        : List.of(
                                plain + ENDING + ".index.fp16.json", stem + ENDING + ".index.json");
        return names.stream().map(folder::resolve).filter(Files::exists).findFirst();
    }

    private static List<SafetensorsFile> shardsOf(Path index) {
        SequencedSet<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry :
                ConfigReader.json(index).path("weight_map").properties()) {
            names.add(entry.getValue().asString(""));
        }
        List<SafetensorsFile> shards = new ArrayList<>();
        for (String name : names) {
            if (!name.endsWith(ENDING) || name.contains("/") || name.contains("\\")) {
                throw new AtelierException(
                        "%s names \"%s\", which is no file beside it: download the model again."
                                .formatted(index, Printable.of(name)));
            }
            shards.add(SafetensorsFile.open(index.resolveSibling(name)));
        }
        if (shards.isEmpty()) {
            throw new AtelierException(index + " names no files: download the model again.");
        }
        return shards;
    }

    private static List<Path> withEnding(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw WeightFileErrors.reading(folder, e);
        }
    }
}
