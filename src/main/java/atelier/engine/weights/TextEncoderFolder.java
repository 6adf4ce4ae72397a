package atelier.engine.weights;

import atelier.model.AtelierException;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/** One text encoder of a diffusers folder, without the rest of the model. */
public final class TextEncoderFolder {

    private final Component component;
    private final Network network;

    private TextEncoderFolder(Component component, Network network) {
        this.component = component;
        this.network = network;
    }

    /**
     * Opens it.
     *
     * @param model the model's folder
     * @param component which of the two
     * @throws AtelierException if it is not there or does not fit its configuration
     */
    public static TextEncoderFolder open(Path model, Component component) {
        Path folder = model.resolve(component.folder());
        FileStamp.of(folder);
        TensorProblems problems = new TensorProblems();
        Network network =
                Network.of(
                        DiffusersFolder.network(component, folder),
                        new Network.Origin(
                                DiffusersFolder.config(folder),
                                List.of(),
                                folder.toString(),
                                folder.resolve("config.json").toString()),
                        null,
                        problems);
        problems.throwIfAny(folder.toString());
        return new TextEncoderFolder(component, network);
    }

    /** Which of the two it is. */
    public Component component() {
        return component;
    }

    /** Its sizes. */
    public TextEncoderConfig config() {
        return network.textEncoder();
    }

    /** Its tensors by transformers' name. */
    public SequencedMap<String, WeightSource> weights() {
        return network.tensors();
    }
}
