package atelier.engine.bench;

import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.UNetShapes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much arithmetic a UNet's prediction takes: the multiplications and additions of its matrix
 * products, convolutions and attention as the networks are written down, whatever a program saves
 * of them. Norms and activations are not counted, as is usual; they are below one in a hundred.
 */
public final class UNetWork {

    private static final Pattern PLACE =
            Pattern.compile("(down|up|mid)_blocks?\\.(?:(\\d+)\\.)?.*");
    static final Pattern OF_THE_TEXT = Pattern.compile(".*\\.attn2\\.to_[kv]\\.weight");

    /** A weight that each block has once, whatever it is. */
    private static final Pattern ONE_OF_A_BLOCK =
            Pattern.compile(
                    "(time_embedding\\.linear_1|conv_in|conv_out|.*\\.(conv1|proj_in|proj_out|attn1\\.to_q)|.*samplers\\.0\\.conv)\\.weight");

    private final UNetConfig config;
    private final int height;
    private final int width;
    private final long tokens;

    private UNetWork(UNetConfig config, int height, int width, long tokens) {
        this.config = config;
        this.height = height;
        this.width = width;
        this.tokens = tokens;
    }

    /**
     * Floating-point operations of one prediction for one image; a multiplication and an addition
     * are two.
     *
     * @param height of the latents
     * @param width of the latents
     * @param tokens of the text, 77 for a short prompt
     */
    public static double operations(UNetConfig config, int height, int width, long tokens) {
        return layers(config, height, width, tokens).stream()
                .mapToDouble(layer -> layer.product() + layer.attention())
                .sum();
    }

    /** How many calls a prediction takes: one for each block. */
    public static int calls(UNetConfig config) {
        long blocks =
                UNetShapes.of(config).keySet().stream()
                        .filter(name -> ONE_OF_A_BLOCK.matcher(name).matches())
                        .count();
        return Math.toIntExact(blocks);
    }

    /** The same layer by layer, in the order in which they are run. */
    static List<LayerWork> layers(UNetConfig config, int height, int width, long tokens) {
        UNetWork work = new UNetWork(config, height, width, tokens);
        return UNetShapes.of(config).entrySet().stream()
                .filter(tensor -> tensor.getValue().size() > 1)
                .map(tensor -> work.layer(tensor.getKey(), tensor.getValue()))
                .toList();
    }

    private LayerWork layer(String name, List<Long> shape) {
        double weights = shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        if (OF_THE_TEXT.matcher(name).matches()) {
            return new LayerWork(name, 2 * weights * tokens, 0);
        }
        double positions = positions(name);
        double attention = 0;
        if (name.endsWith(".attn1.to_q.weight")) {
            attention = 2 * positions * positions * shape.getFirst();
        } else if (name.endsWith(".attn2.to_q.weight")) {
            attention = 2 * positions * tokens * shape.getFirst();
        }
        return new LayerWork(name, 2 * weights * positions, 2 * attention);
    }

    /** Pixels of the latents at which a weight is applied. */
    private double positions(String name) {
        if (name.contains("time_emb") || name.startsWith("add_embedding")) {
            return 1;
        }
        Matcher place = PLACE.matcher(name);
        int level = 0;
        if (place.matches()) {
            level =
                    switch (place.group(1)) {
                        case "down" -> Integer.parseInt(place.group(2));
                        case "up" -> config.levels() - 1 - Integer.parseInt(place.group(2));
                        default -> config.levels() - 1;
                    };
            if (name.contains("downsamplers")) {
                level++;
            } else if (name.contains("upsamplers")) {
                level--;
            }
        }
        return (double) side(height, level) * side(width, level);
    }

    private static int side(int latents, int level) {
        return Math.ceilDiv(latents, 1 << level);
    }
}
