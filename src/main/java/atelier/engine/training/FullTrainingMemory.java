package atelier.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What training all weights of a UNet takes in memory beside the activations, which are those of an
 * adapter's step with checkpointing.
 *
 * @param weights bytes of the trained copy
 * @param optimizer bytes of Adafactor's factors
 * @param gradient bytes of the largest block's gradients, in the weights' type
 * @param working bytes of the largest parameter's update, which is computed in fp32
 */
public record FullTrainingMemory(long weights, long optimizer, long gradient, long working) {

    /** What of a name says which block computes with it. */
    private static final Pattern BLOCK =
            Pattern.compile(
                    ".*?(resnets|transformer_blocks|downsamplers|upsamplers|attentions)\\.\\d+\\.(?!transformer_blocks)");

    /** Arrays in fp32 that an update has at once: weight, gradient, squares, update and bits. */
    private static final long AT_ONCE = 6;

    /**
     * Counts.
     *
     * @param shapes of every weight and bias, by name in diffusers' layout
     * @param bytes of a number: 2 in bf16, 4 in fp32
     */
    public static FullTrainingMemory of(Map<String, List<Long>> shapes, int bytes) {
        long all = 0;
        long factors = 0;
        long largest = 0;
        Map<String, Long> blocks = new LinkedHashMap<>();
        for (Map.Entry<String, List<Long>> entry : shapes.entrySet()) {
            List<Long> shape = entry.getValue();
            long numbers = shape.stream().reduce(1L, Math::multiplyExact);
            all += numbers;
            largest = Math.max(largest, numbers);
            factors +=
                    shape.size() < 2
                            ? numbers
                            : numbers / shape.getLast() + numbers / shape.get(shape.size() - 2);
            blocks.merge(block(entry.getKey()), numbers, Long::sum);
        }
        long block = blocks.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new FullTrainingMemory(
                all * bytes, factors * Float.BYTES, block * bytes, AT_ONCE * largest * Float.BYTES);
    }

    private static String block(String name) {
        Matcher matcher = BLOCK.matcher(name);
        return matcher.lookingAt() ? matcher.group() : name.substring(0, name.indexOf('.'));
    }

    /** All together. */
    public long total() {
        return weights + optimizer + gradient + working;
    }
}
