package atelier.engine.lora;

import atelier.engine.weights.Recognizer;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.TensorInfo;
import atelier.model.AtelierException;
import atelier.model.library.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tensors of a file that are no layer's change.
 *
 * <p>Two kinds do no harm and are passed over with a note: embeddings that OneTrainer bundles
 * ({@code bundle_emb.*}), and the markers {@code v_pred} and {@code ztsnr}, which speak of the
 * model. Any other means that the file is not what it was taken for, or that applying only what is
 * understood would give another result than its author saw.
 */
final class ForeignTensors {

    private static final String BUNDLE = "bundle_emb.";
    private static final Set<String> MARKERS =
            Set.of("v_pred", "ztsnr", "edm_vpred.sigma_max", "edm_vpred.sigma_min");

    /** Adapters of other methods, by how one of their tensors' names ends. */
    private static final Map<String, Pattern> OTHER_METHODS =
            Map.of(
                    "an OFT or BOFT", Pattern.compile(".*\\.(oft_blocks|oft_diag|oft_R.*)"),
                    "an IA3", Pattern.compile(".*\\.on_input"),
                    "a GLoRA", Pattern.compile(".*\\.[ab][12]\\.weight"));

    private final SafetensorsFile file;
    private final List<String> unknown = new ArrayList<>();
    private int bundled;
    private int markers;

    ForeignTensors(SafetensorsFile file) {
        this.file = file;
    }

    /** Whether it belongs to an embedding, which may end like an adapter's tensor. */
    boolean isBundled(TensorInfo tensor) {
        return tensor.name().startsWith(BUNDLE);
    }

    void add(TensorInfo tensor) {
        if (isBundled(tensor)) {
            bundled++;
        } else if (MARKERS.contains(tensor.name())) {
            markers++;
        } else {
            unknown.add(tensor.name());
        }
    }

    /**
     * Refuses a file whose foreign tensors show that it cannot be applied as an adapter.
     *
     * @param adapter whether it has layers of an adapter, too
     */
    void require(boolean adapter) {
        if (adapter && unknown.isEmpty()) {
            return;
        }
        if (file.tensors().isEmpty()) {
            throw new AtelierException(
                    file.path()
                            + " holds no tensors at all: download or export the adapter again.");
        }
        requireKnownMethod();
        if (!adapter) {
            requireNoModel(Recognizer.recognize(file.tensors()));
        }
        throw new AtelierException(
                unknown.isEmpty()
                        ? "%s changes no layer of a model: choose an adapter file."
                                .formatted(file.path())
                        : "%s is no adapter that Atelier knows, as %d of its %d tensors belong to none (the first is %s): choose a LoRA or LyCORIS file."
                                .formatted(
                                        file.path(),
                                        unknown.size(),
                                        file.tensors().size(),
                                        Shown.name(unknown.getFirst())));
    }

    private void requireKnownMethod() {
        for (String name : unknown) {
            OTHER_METHODS.forEach((method, ending) -> {
                if (ending.matcher(name).matches()) {
                    throw new AtelierException(
                            "%s is %s adapter, which Atelier cannot apply: choose one made with LoRA, LoCon, LoHa, LoKr or DoRA."
                                    .formatted(file.path(), method));
                }
            });
        }
    }

    private void requireNoModel(ModelFamily family) {
        String advice =
                switch (family) {
                    case UNKNOWN, ADAPTER -> "";
                    case SDXL -> "choose it as the model instead.";
                    case VAE -> "choose it as the model's VAE instead.";
                    default -> "choose an adapter that was trained on SDXL.";
                };
        if (!advice.isEmpty()) {
            throw new AtelierException(
                    "%s is %s, not an adapter: %s".formatted(file.path(), family.label(), advice));
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (bundled > 0) {
            notes.add("%d tensors of bundled embeddings were passed over.".formatted(bundled));
        }
        if (markers > 0) {
            notes.add("%d markers of the model's kind were passed over.".formatted(markers));
        }
        return List.copyOf(notes);
    }
}
