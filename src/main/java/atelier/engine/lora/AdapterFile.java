package atelier.engine.lora;

import atelier.engine.weights.SafetensorsFile;
import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import java.nio.file.Path;
import java.util.List;

/**
 * An adapter file of any known format, its header read and checked; weights are read when it is
 * applied.
 *
 * <p>Read: sd-scripts with either spelling of the UNet's blocks, diffusers in its old and new
 * forms, PEFT, ComfyUI; LoRA, LoCon, LoHa, LoKr, DoRA and whole differences as LyCORIS keeps them.
 */
public final class AdapterFile {

    private final SafetensorsFile file;
    private final AdapterContent content;
    private final AdapterInfo info;

    private AdapterFile(SafetensorsFile file, AdapterContent content) {
        this.file = file;
        this.content = content;
        this.info =
                AdapterInspector.describe(
                        file, content, FamilyGuess.of(content.layers(), file.metadata()));
    }

    /**
     * Reads the header.
     *
     * @throws AtelierException if the file cannot be read, is not sound, is no adapter, or one of a
     *     kind that cannot be applied
     */
    public static AdapterFile open(Path path) {
        SafetensorsFile file = SafetensorsFile.open(path);
        return new AdapterFile(file, AdapterParser.parse(file));
    }

    /** What it says of itself. */
    public AdapterInfo info() {
        return info;
    }

    /**
     * Checks that every layer it changes is there in the model and has the right size.
     *
     * @throws AtelierException if not; it says what the adapter was made for, as far as that can be
     *     told
     */
    public void requireFit(ModelLayers model) {
        place(model);
    }

    SafetensorsFile file() {
        return file;
    }

    /** The changes in the order of the file. */
    List<LayerAdapter> layers() {
        return content.layers();
    }

    List<PlacedLayer> place(ModelLayers model) {
        return new AdapterFitting(file.path(), info.family(), model).place(content.layers());
    }
}
