package atelier.engine.bench;

import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeShapes;
import java.util.List;
import java.util.Map;

/** The networks to measure. */
public record NetworkSizes(UNetConfig unet, VaeConfig vae) {

    /** Those of SDXL-base 1.0 (Podell et al. 2023): 2,567,463,684 and 83,653,863 parameters. */
    public static NetworkSizes sdxl() {
        return new NetworkSizes(
                new UNetConfig(
                        4,
                        4,
                        List.of(320, 640, 1280),
                        2,
                        List.of(0, 2, 10),
                        List.of(5, 10, 20),
                        2048,
                        32,
                        256,
                        1280),
                new VaeConfig(3, 4, List.of(128, 256, 512, 512), 2, 32, 0.13025));
    }

    /** Numbers in the UNet. */
    public long unetParameters() {
        return parameters(UNetShapes.of(unet));
    }

    /** Numbers in both networks. */
    public long parameters() {
        return unetParameters() + parameters(VaeShapes.of(vae));
    }

    private static long parameters(Map<String, List<Long>> shapes) {
        return shapes.values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
    }
}
