package atelier.engine.training.adapters;

import atelier.engine.weights.UNetConfig;
import atelier.model.training.AdapterSettings;

/**
 * Estimates what a training step keeps beside its activations when nothing is computed again and
 * the change is worked into the weights: each changed weight, and with LoHa the two products that
 * are multiplied, in fp32.
 */
public final class KeptWeights {

    private static final int PRODUCTS = 2;

    private KeptWeights() {}

    /**
     * The bytes kept.
     *
     * @param bytes of a number of the UNet's
     */
    public static long bytes(AdapterSettings settings, UNetConfig unet, int bytes) {
        long each =
                switch (settings.delta().method()) {
                    case LORA, FULL -> 0;
                    case LOHA -> bytes + PRODUCTS * Float.BYTES;
                    case LOKR -> bytes;
                };
        long numbers = 0;
        for (AdaptedLayer layer : AdapterTargets.unet(settings.targets(), unet)) {
            numbers += layer.outputs() * layer.inputs() * layer.kernel();
        }
        return numbers * each;
    }
}
