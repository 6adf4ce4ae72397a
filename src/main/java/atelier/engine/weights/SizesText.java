package atelier.engine.weights;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a network's sizes in a few words. */
final class SizesText {

    private SizesText() {}

    static String of(Checkpoint checkpoint, Component component) {
        return switch (component) {
            case UNET -> of(checkpoint.unet());
            case VAE -> of(checkpoint.vae());
            case TEXT_ENCODER_1, TEXT_ENCODER_2 -> of(checkpoint.textEncoder(component));
        };
    }

    static String of(UNetConfig unet) {
        return "widths %s, transformer layers %s, heads %s, text width %d, pooled width %d"
                .formatted(
                        joined(unet.blockOutChannels()),
                        joined(unet.transformerDepths()),
                        joined(unet.heads()),
                        unet.crossAttentionDim(),
                        unet.pooledDim());
    }

    static String of(VaeConfig vae) {
        return "widths %s, %d latent channels, latents scaled by %s"
                .formatted(
                        joined(vae.blockOutChannels()), vae.latentChannels(), vae.scalingFactor());
    }

    static String of(TextEncoderConfig encoder) {
        return "%d layers, width %d, %d heads, %s%s"
                .formatted(
                        encoder.layers(),
                        encoder.hiddenSize(),
                        encoder.heads(),
                        encoder.activation().name().toLowerCase(Locale.ROOT),
                        encoder.projectionSize() == 0
                                ? ""
                                : ", projected to " + encoder.projectionSize());
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }
}
