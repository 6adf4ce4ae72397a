package atelier.engine.lora;

import ai.djl.ndarray.NDManager;
import atelier.engine.sdxl.LayerChange;
import atelier.engine.torch.ComputeType;
import atelier.engine.torch.Torch;
import atelier.engine.weights.Component;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns any number of adapters, each with a weight of its own, into changes of a model's layers.
 *
 * <p>LoRA and LoCon make one branch a layer, whose rank is the sum of theirs, and leave the layer's
 * weight alone:
 *
 * <pre>W' = W + Σ weight · alpha/rank · up · down</pre>
 *
 * Everything else makes a new weight, computed in fp32 from the base's. A weight scales what an
 * adapter adds; with DoRA that is the difference of its finished weight from the base, as Stable
 * Diffusion web UI and ComfyUI have it, so that 0 is without a trace and 1 is as trained:
 *
 * <pre>W' = W + weight · (m · (W + ΔW) / ‖W + ΔW‖ − W)</pre>
 *
 * Each adapter starts from the base, so that their order does not matter. The base's arrays are
 * never written. Runs on the lane.
 */
public final class AdapterStack implements AutoCloseable {

    private final Torch torch;
    private final ModelLayers model;
    private final Deltas deltas;
    private final LayerMaker maker;

    /**
     * @param model where adapters may act
     * @param base what they act on
     * @param type what the networks compute in, and the changes will be in
     */
    public AdapterStack(Torch torch, ModelLayers model, BaseParameters base, ComputeType type) {
        this.torch = torch;
        this.model = model;
        this.deltas = new Deltas(torch);
        this.maker = new LayerMaker(torch, deltas, base, type);
    }

    /**
     * The changes that these adapters make together, by network and module path; layers that none
     * of them touches are absent, and so is everything of an adapter whose weight is 0.
     *
     * @param owner closes the changes' arrays
     * @throws AtelierException if an adapter does not fit the model, changed on disk, or holds
     *     infinite values; nothing is left with the owner then
     */
    public Map<Component, Map<String, LayerChange>> changes(
            NDManager owner, List<WeightedAdapter> adapters, CancelToken cancel) {
        List<AdapterValues> opened = new ArrayList<>();
        try (NDManager work = torch.newManager()) {
            Map<String, List<LayerPart>> parts = new LinkedHashMap<>();
            for (WeightedAdapter adapter : adapters) {
                requireNumber(adapter);
                List<PlacedLayer> places = adapter.file().place(model);
                if (adapter.weight() != 0) {
                    AdapterValues values = new AdapterValues(torch, adapter.file().file());
                    opened.add(values);
                    for (PlacedLayer place : places) {
                        parts.computeIfAbsent(
                                        place.network() + " " + place.module(),
                                        layer -> new ArrayList<>())
                                .add(new LayerPart(place, values, adapter.weight()));
                    }
                }
            }
            Map<Component, Map<String, LayerChange>> changes = new EnumMap<>(Component.class);
            for (List<LayerPart> layer : parts.values()) {
                cancel.check();
                PlacedLayer place = layer.getFirst().place();
                changes.computeIfAbsent(
                                place.network().component(), component -> new LinkedHashMap<>())
                        .put(place.module(), maker.make(work, layer));
            }
            work.getManagedArrays().forEach(array -> array.attach(owner));
            return changes;
        } finally {
            opened.forEach(AdapterValues::close);
        }
    }

    private static void requireNumber(WeightedAdapter adapter) {
        if (!Double.isFinite(adapter.weight())) {
            throw new AtelierException(
                    "The weight of the adapter %s is %s: give a number, such as 0.8."
                            .formatted(adapter.file().info().file(), adapter.weight()));
        }
    }

    @Override
    public void close() {
        deltas.close();
    }
}
