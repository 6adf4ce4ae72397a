package atelier.engine.training.adapters;

import atelier.model.training.DeltaSettings;
import java.util.List;

/** Chooses how the change of each layer is trained. */
public final class LayerDeltas {

    private LayerDeltas() {}

    /** In the order of the layers. */
    public static List<LayerDelta> of(DeltaSettings settings, List<AdaptedLayer> layers) {
        return layers.stream().map(layer -> of(settings, layer)).toList();
    }

    private static LayerDelta of(DeltaSettings settings, AdaptedLayer layer) {
        boolean kernel = layer.kernel() > 1;
        int rank = kernel ? settings.convRank() : settings.rank();
        double alpha = kernel ? settings.convAlpha() : settings.alpha();
        LayerDelta delta =
                switch (settings.method()) {
                    case LORA -> new LowRankDelta(layer, rank, alpha);
                    case LOHA -> new HadamardDelta(layer, rank, alpha);
                    case LOKR -> KroneckerDelta.of(layer, rank, alpha, settings.lokrFactor());
                    case FULL -> throw new IllegalArgumentException("an adapter of method full");
                };
        return settings.dora() ? new DecomposedDelta(delta) : delta;
    }
}
