package atelier.engine.bench;

import atelier.engine.weights.VaeConfig;
import atelier.engine.weights.VaeShapes;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much arithmetic an autoencoder takes: the multiplications and additions of its convolutions
 * and attention. Norms and activations are not counted, as is usual.
 */
public final class VaeWork {

    private static final Pattern PLACE =
            Pattern.compile("(?:encoder|decoder)\\.(down|up)_blocks\\.(\\d+)\\..*");

    private final int levels;
    private final double pixels;

    private VaeWork(VaeConfig config, int height, int width) {
        this.levels = config.blockOutChannels().size();
        this.pixels = (double) height * width;
    }

    /**
     * Floating-point operations of encoding a picture.
     *
     * @param height of the picture, divisible by the autoencoder's reduction
     * @param width of the picture, divisible by it too
     */
    public static double encoding(VaeConfig config, int height, int width) {
        return operations(config, height, width, "encoder.", "quant_conv.");
    }

    /** The same of decoding one of that size. */
    public static double decoding(VaeConfig config, int height, int width) {
        return operations(config, height, width, "decoder.", "post_quant_conv.");
    }

    private static double operations(
            VaeConfig config, int height, int width, String half, String end) {
        VaeWork work = new VaeWork(config, height, width);
        return 2
                * VaeShapes.of(config).entrySet().stream()
                        .filter(tensor -> tensor.getValue().size() > 1)
                        .filter(tensor ->
                                tensor.getKey().startsWith(half) || tensor.getKey().startsWith(end))
                        .mapToDouble(work::multiplications)
                        .sum();
    }

    private double multiplications(Map.Entry<String, List<Long>> tensor) {
        List<Long> shape = tensor.getValue();
        double weights = shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        double places = places(tensor.getKey());
        double attention =
                tensor.getKey().endsWith(".to_q.weight")
                        ? 2 * places * places * shape.getFirst()
                        : 0;
        return weights * places + attention;
    }

    /** Places at which a weight is applied. */
    private double places(String name) {
        int level = levels - 1;
        Matcher place = PLACE.matcher(name);
        if (place.matches()) {
            int number = Integer.parseInt(place.group(2));
            level = place.group(1).equals("down") ? number : levels - 1 - number;
            if (name.contains("downsamplers")) {
                level++;
            } else if (name.contains("upsamplers")) {
                level--;
            }
        } else if (name.startsWith("encoder.conv_in") || name.startsWith("decoder.conv_out")) {
            level = 0;
        }
        return pixels / (1L << (2 * level));
    }
}
