package atelier.engine.weights;

import atelier.model.AtelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * A VAE of its own, to be used in place of a model's: a file with the original or diffusers' names,
 * a diffusers folder, or another whole model, whose VAE is taken.
 */
public final class VaeFile {

    private final Path path;
    private final Network network;

    private VaeFile(Path path, Network network) {
        this.path = path;
        this.network = network;
    }

    /**
     * Opens the file or folder.
     *
     * @throws AtelierException if it holds no VAE, or one that does not fit its configuration
     */
    public static VaeFile open(Path path) {
        FileStamp.of(path);
        TensorProblems problems = new TensorProblems();
        Network network =
                Files.isDirectory(path) ? ofFolder(path, problems) : ofFile(path, problems);
        problems.throwIfAny(path.toString());
        return new VaeFile(path, network);
    }

    private static Network ofFile(Path path, TensorProblems problems) {
        NetworkSource source =
                new SingleFile(SafetensorsFile.open(path)).networks().get(Component.VAE);
        if (source == null) {
            throw new AtelierException(
                    path + " holds no VAE: choose a VAE file or a model that has one.");
        }
        Network.Origin origin =
                new Network.Origin(
                        null,
                        List.of(ConfigOverrides.beside(path)),
                        path.toString(),
                        ConfigOverrides.placeBeside(path, Component.VAE));
        return Network.of(source, origin, null, problems);
    }

    private static Network ofFolder(Path path, TensorProblems problems) {
        Path inModel = path.resolve(Component.VAE.folder());
        Path folder = Files.isDirectory(inModel) ? inModel : path;
        NetworkSource source = DiffusersFolder.network(Component.VAE, folder);
        Network.Origin origin =
                new Network.Origin(
                        DiffusersFolder.config(folder),
                        List.of(),
                        folder.toString(),
                        folder.resolve("config.json").toString());
        return Network.of(source, origin, null, problems);
    }

    /** The file or folder it was opened from. */
    public Path path() {
        return path;
    }

    /** Its sizes. */
    public VaeConfig config() {
        return network.vae();
    }

    /** Its tensors by diffusers name. */
    public SequencedMap<String, WeightSource> weights() {
        return network.tensors();
    }

    Network network() {
        return network;
    }
}
