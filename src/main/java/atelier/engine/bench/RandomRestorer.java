package atelier.engine.bench;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.TensorPort;
import atelier.engine.sampler.Seeds;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.weights.FloatTensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A network of GFPGAN's inputs and outputs over random weights. Its layers are those of the
 * StyleGAN2 that GFPGAN draws with: two at each size from 64 pixels to 512, with half the channels
 * at each, after three that shrink the picture.
 */
public final class RandomRestorer {

    /** Pixels of a side of the squares that it takes and gives. */
    public static final int SIDE = 512;

    /** GFPGAN's channels at its largest size. */
    public static final int GFPGAN_CHANNELS = 64;

    private static final long COLOURS = 3;
    private static final int HALVINGS = 3;
    private static final int KERNEL = 3;
    private static final double DEVIATION = 0.02;

    private final OnnxGraph graph = new OnnxGraph("restorer");
    private final long channels;

    private RandomRestorer(long channels) {
        this.channels = channels;
    }

    /**
     * Writes one.
     *
     * @param channels at the largest size; four times as many take about sixteen times as long
     */
    public static void write(Path file, int channels) {
        new RandomRestorer(channels).build().write(file);
    }

    private OnnxGraph build() {
        String x = graph.input(TensorPort.floats("input", 1, COLOURS, SIDE, SIDE));
        graph.reals("twice", 1, 1, 2, 2);
        long from = COLOURS;
        for (int level = 1; level <= HALVINGS; level++) {
            long to = channels << level;
            x = convolution("down" + level, x, from, to, 2);
            from = to;
        }
        for (int level = HALVINGS; level >= 0; level--) {
            long to = channels << level;
            if (level < HALVINGS) {
                x = graph.node("Resize", "larger" + level, List.of(x, "", "twice"));
            }
            x = convolution("first" + level, x, from, to, 1);
            x = convolution("second" + level, x, to, to, 1);
            from = to;
        }
        x = convolution("colours", x, from, COLOURS, 1);
        graph.node("Tanh", "output", List.of(x));
        graph.output(TensorPort.floats("output", 1, COLOURS, SIDE, SIDE));
        return graph;
    }

    private String convolution(String name, String x, long from, long to, long stride) {
        float[] numbers =
                new TorchRandom(Seeds.of(0, 0, name))
                        .normal(Math.toIntExact(from * to * KERNEL * KERNEL));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= (float) DEVIATION;
        }
        List<Long> shape = Arrays.asList(to, from, (long) KERNEL, (long) KERNEL);
        String y =
                graph.node(
                        "Conv",
                        name,
                        List.of(x, graph.weight(name + ".weight", new FloatTensor(shape, numbers))),
                        OnnxAttribute.wholes("strides", stride, stride),
                        OnnxAttribute.wholes("pads", 1, 1, 1, 1));
        return graph.node("LeakyRelu", name + ".active", List.of(y));
    }
}
