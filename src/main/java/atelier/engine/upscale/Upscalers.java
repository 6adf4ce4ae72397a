package atelier.engine.upscale;

import atelier.engine.onnx.OnnxRuntime;
import atelier.model.AtelierException;
import atelier.model.restoration.UpscaleChoice;

/** Loads what makes images larger. */
public final class Upscalers {

    private static final int LARGEST = 8;

    private Upscalers() {}

    /**
     * Loads what was chosen; called on the lane.
     *
     * @throws AtelierException if the factor is not 1 to 8, or the file is missing, damaged, or
     *     holds another network or one of a smaller factor
     */
    public static Upscaler open(OnnxRuntime runtime, UpscaleChoice choice) {
        int factor = choice.factor();
        if (factor < 1 || factor > LARGEST) {
            throw new AtelierException(
                    "An image cannot be made %d times as large; choose 1 to %d."
                            .formatted(factor, LARGEST));
        }
        return switch (choice) {
            case UpscaleChoice.None none -> new LanczosUpscaler(none.factor());
            case UpscaleChoice.Lanczos lanczos -> new LanczosUpscaler(lanczos.factor());
            case UpscaleChoice.Network network ->
                    NetworkUpscaler.open(runtime, network.file(), factor);
        };
    }
}
