package atelier.engine.lora;

import java.util.List;

/**
 * A layer's change and the layer of the model that it belongs to.
 *
 * @param network the network
 * @param module the layer's path in it
 * @param shape of the layer's weight
 * @param adapter the change, whose size fits
 */
record PlacedLayer(NetworkName network, String module, List<Long> shape, LayerAdapter adapter) {}
