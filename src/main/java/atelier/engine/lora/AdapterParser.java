package atelier.engine.lora;

import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsMapping;
import atelier.engine.weights.TensorInfo;
import atelier.model.AtelierException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Sorts the tensors of an adapter file by layer and makes each layer's change of them. */
final class AdapterParser {

    private final SafetensorsFile file;
    private final PeftConfig config;
    private final Map<String, LayerTensors> layers = new LinkedHashMap<>();
    private final ForeignTensors foreign;

    private AdapterParser(SafetensorsFile file) {
        this.file = file;
        this.config = PeftConfig.of(file);
        this.foreign = new ForeignTensors(file);
    }

    /**
     * What the file holds.
     *
     * @throws AtelierException if it is no adapter, is of a kind that cannot be applied, or
     *     contradicts itself
     */
    static AdapterContent parse(SafetensorsFile file) {
        return new AdapterParser(file).parse();
    }

    private AdapterContent parse() {
        try (SafetensorsMapping bytes = SafetensorsMapping.open(file)) {
            for (TensorInfo tensor : file.tensors().values()) {
                sort(tensor);
            }
            foreign.require(!layers.isEmpty());
            List<LayerAdapter> adapters = new ArrayList<>();
            for (LayerTensors layer : layers.values()) {
                OptionalDouble stored = alpha(layer, bytes);
                adapters.add(new DeltaParser(layer, rank -> alpha(layer, stored, rank)).parse());
            }
            return new AdapterContent(List.copyOf(adapters), foreign.notes());
        } catch (BadLayer e) {
            throw new AtelierException(
                    "%s cannot be used: %s; download or export it again."
                            .formatted(file.path(), e.getMessage()),
                    e);
        }
    }

    private void sort(TensorInfo tensor) throws BadLayer {
        TensorRole.Name name = TensorRole.parse(tensor.name());
        if (name == null || foreign.isBundled(tensor)) {
            foreign.add(tensor);
            return;
        }
        if (name.role() != TensorRole.ALPHA && !tensor.dtype().isWeight()) {
            throw new BadLayer(
                    name.stem(),
                    "is stored as %s, not as F32, F16 or BF16".formatted(tensor.dtype()));
        }
        layers.computeIfAbsent(name.stem(), LayerTensors::new).add(name.role(), tensor);
    }

    private static OptionalDouble alpha(LayerTensors layer, SafetensorsMapping bytes)
            throws BadLayer {
        TensorInfo tensor = layer.optional(TensorRole.ALPHA);
        if (tensor == null) {
            return OptionalDouble.empty();
        }
        double alpha = ScalarReader.read(tensor, bytes.buffer(tensor));
        if (!Double.isFinite(alpha)) {
            throw new BadLayer(layer.stem(), "has an alpha that is no finite number");
        }
        return OptionalDouble.of(alpha);
    }

    /** Absent and 0 both mean the rank. */
    private double alpha(LayerTensors layer, OptionalDouble stored, int rank) {
        double alpha =
                stored.orElseGet(() -> config.alpha(LayerName.of(layer.stem()), rank).orElse(0));
        return alpha == 0 ? rank : alpha;
    }
}
