package atelier.model.adapter;

/**
 * Layers of one network that an adapter changes in the same way.
 *
 * @param network the network, as shown to the user: "UNet", "first text encoder"
 * @param method how the change is expressed
 * @param dora whether each layer also has a magnitude vector (DoRA, Liu et al. 2024)
 * @param convolution whether the layers are convolutions larger than 1×1
 * @param rank of each layer's matrices; 0 where the method has none
 * @param alpha the change is multiplied by alpha / rank; equals the rank where the file has none
 * @param layers how many layers there are
 */
public record ModuleGroup(
        String network,
        AdapterMethod method,
        boolean dora,
        boolean convolution,
        int rank,
        double alpha,
        int layers) {

    /** The same group with another number of layers. */
    public ModuleGroup withLayers(int count) {
        return new ModuleGroup(network, method, dora, convolution, rank, alpha, count);
    }
}
