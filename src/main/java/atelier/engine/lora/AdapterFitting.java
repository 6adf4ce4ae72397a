package atelier.engine.lora;

import atelier.engine.weights.TensorInfo;
import atelier.model.AtelierException;
import atelier.model.library.ModelFamily;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model's layer for each of an adapter's, and checks that the sizes fit.
 *
 * <p>An adapter with a layer that the model lacks is refused even if it is only one: what its
 * author saw needs all of them.
 */
final class AdapterFitting {

    private final Path file;
    private final ModelFamily family;
    private final ModelLayers model;
    private final Map<String, PlacedLayer> placed = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> misfits = new ArrayList<>();

    /**
     * @param family what the adapter was trained on, for the message
     */
    AdapterFitting(Path file, ModelFamily family, ModelLayers model) {
        this.file = file;
        this.family = family;
        this.model = model;
    }

    /**
     * The layers at their places.
     *
     * @throws AtelierException if any layer is unknown to the model or has another size there
     */
    List<PlacedLayer> place(List<LayerAdapter> layers) {
        for (LayerAdapter layer : layers) {
            place(layer);
        }
        int bad = unknown.size() + misfits.size();
        if (bad > 0 && family != ModelFamily.SDXL && family != ModelFamily.UNKNOWN) {
            throw new AtelierException(
                    "%s is an adapter for %s, not for SDXL: choose an adapter that was trained on SDXL."
                            .formatted(file, family.label()));
        }
        if (!unknown.isEmpty()) {
            throw new AtelierException(
                    "%s changes %s that this model does not have (the first is %s): choose an adapter that was trained on SDXL."
                            .formatted(
                                    file, share(unknown, layers), Shown.name(unknown.getFirst())));
        }
        if (!misfits.isEmpty()) {
            throw new AtelierException(
                    "%s was trained on a model of other sizes, as %s: %s do not fit; choose an adapter for this kind of model."
                            .formatted(file, misfits.getFirst(), share(misfits, layers)));
        }
        return List.copyOf(placed.values());
    }

    private static String share(List<String> some, List<LayerAdapter> all) {
        return some.size() == all.size()
                ? "all " + all.size() + " layers"
                : some.size() + " of " + all.size() + " layers";
    }

    private void place(LayerAdapter layer) {
        LayerName name = layer.name();
        String module = model.module(name);
        if (module == null) {
            unknown.add(layer.stem());
            return;
        }
        List<Long> shape = model.shape(name.network(), module);
        String misfit = misfit(layer, shape);
        if (misfit != null) {
            misfits.add("%s, layer %s, %s".formatted(name.network().title(), module, misfit));
            return;
        }
        add(new PlacedLayer(name.network(), module, shape, layer));
    }

    /**
     * Files that name a layer in both spellings of the blocks mean the diffusers one, as diffusers
     * reads them.
     */
    private void add(PlacedLayer layer) {
        String key = layer.network() + " " + layer.module();
        PlacedLayer other = placed.get(key);
        if (other == null || isLdm(other)) {
            placed.put(key, layer);
        } else if (!isLdm(layer)) {
            throw new AtelierException(
                    "%s changes the layer %s twice, as %s and as %s: export it again."
                            .formatted(
                                    file,
                                    layer.module(),
                                    Shown.name(other.adapter().stem()),
                                    Shown.name(layer.adapter().stem())));
        }
    }

    private static boolean isLdm(PlacedLayer layer) {
        String path = layer.adapter().name().path();
        return layer.network() == NetworkName.UNET
                && !path.equals(layer.module())
                && !path.equals(ModelLayers.flat(layer.module()));
    }

    private static @Nullable String misfit(LayerAdapter layer, List<Long> shape) {
        Delta delta = layer.delta();
        Delta.Matrix weight = Delta.Matrix.of(shape);
        if (delta != null && !(delta.size().equals(weight) && kernelFits(delta, shape))) {
            return "is %s in the model and %s in the adapter".formatted(weight, delta.size());
        }
        Magnitude magnitude = layer.magnitude();
        if (shape.size() < 2 && (delta instanceof Delta.LowRank || magnitude != null)) {
            return "has no matrix in the model";
        }
        if (magnitude != null
                && !magnitude.perOutput()
                && magnitude.values().elements() != shape.get(1)) {
            return "has %d inputs in the model and %d in the adapter"
                    .formatted(shape.get(1), magnitude.values().elements());
        }
        if (layer.biasDifference() != null && layer.biasDifference().elements() != weight.rows()) {
            return "has %d outputs in the model and %d in the adapter"
                    .formatted(weight.rows(), layer.biasDifference().elements());
        }
        return null;
    }

    /** A kernel that is kept as such must be the layer's. */
    private static boolean kernelFits(Delta delta, List<Long> shape) {
        TensorInfo kept = delta.kernelHolder();
        return kept == null
                || kept.shape().size() < 4
                || kernel(kept.shape()).equals(kernel(shape));
    }

    private static List<Long> kernel(List<Long> shape) {
        return shape.size() < 4 ? List.of(1L, 1L) : shape.subList(2, 4);
    }
}
