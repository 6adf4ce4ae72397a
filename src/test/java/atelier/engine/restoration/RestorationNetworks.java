package atelier.engine.restoration;

import atelier.engine.onnx.ElementType;
import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import atelier.engine.onnx.TensorPort;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.weights.FloatTensor;
import java.nio.file.Path;
import java.util.List;

/**
 * ONNX files of published networks' exact inputs and outputs. What they compute is small, and
 * random or made up; see {@link BandFaces} for a detector that finds something.
 */
public final class RestorationNetworks {

    private static final TensorPort PICTURE_512 = TensorPort.floats("input", 1, 3, 512, 512);
    private static final TensorPort RESULT_512 = TensorPort.floats("output", 1, 3, 512, 512);

    private RestorationNetworks() {}

    /** As GFPGAN 1.4, RestoreFormer++ and GPEN at 512 pixels, with random weights. */
    public static Path gfpgan(Path file) {
        return plain(file, 512);
    }

    /** A restorer of squares of that side, with random weights. */
    public static Path plain(Path file, int side) {
        OnnxGraph graph = new OnnxGraph("restorer");
        String x = graph.input(TensorPort.floats("input", 1, 3, side, side));
        x = convolution(graph, "first", x, 3, 8, 1);
        x = graph.node("Relu", "active", List.of(x));
        x = convolution(graph, "last", x, 8, 3, 2);
        graph.node("Tanh", "output", List.of(x));
        graph.output(TensorPort.floats("output", 1, 3, side, side));
        graph.write(file);
        return file;
    }

    /** A restorer of 512 pixels that gives each colour's opposite. */
    public static Path inverting(Path file) {
        return unary(file, "Neg");
    }

    /** A restorer of 512 pixels that changes nothing. */
    public static Path identical(Path file) {
        return unary(file, "Identity");
    }

    private static Path unary(Path file, String operator) {
        OnnxGraph graph = new OnnxGraph("restorer");
        graph.node(operator, "output", List.of(graph.input(PICTURE_512)));
        graph.output(RESULT_512);
        graph.write(file);
        return file;
    }

    /** As a matting network of squares of 32 pixels: what is bright is the subject. */
    public static Path brightness(Path file) {
        OnnxGraph graph = new OnnxGraph("matting");
        String x = graph.input(TensorPort.floats("input", 1, 3, 32, 32));
        graph.node(
                "ReduceMean",
                "alpha",
                List.of(x),
                OnnxAttribute.wholes("axes", 1),
                OnnxAttribute.whole("keepdims", 1));
        graph.output(TensorPort.floats("alpha", 1, 1, 32, 32));
        graph.write(file);
        return file;
    }

    /** As CodeFormer: what comes out is what went in, times the weight. */
    public static Path codeFormer(Path file) {
        OnnxGraph graph = new OnnxGraph("codeformer");
        String x = graph.input(PICTURE_512);
        String weight = graph.input(new TensorPort("weight", ElementType.FLOAT64, List.of(1L)));
        String narrow = graph.node("Cast", "narrow", List.of(weight), OnnxAttribute.whole("to", 1));
        graph.node("Mul", "output", List.of(x, narrow));
        graph.output(RESULT_512);
        graph.write(file);
        return file;
    }

    /** As Real-ESRGAN of that factor, with random weights. */
    public static Path realEsrgan(Path file, int factor) {
        OnnxGraph graph = new OnnxGraph("upscaler");
        String x = graph.input(anyPicture("input"));
        x = convolution(graph, "first", x, 3, 8, 1);
        x = graph.node("Relu", "active", List.of(x));
        x = convolution(graph, "last", x, 8, 3 * factor * factor, 2);
        graph.node("DepthToSpace", "output", List.of(x), OnnxAttribute.whole("blocksize", factor));
        graph.output(anyPicture("output"));
        graph.write(file);
        return file;
    }

    /** An upscaler that repeats each pixel. */
    public static Path repeating(Path file, int factor) {
        OnnxGraph graph = new OnnxGraph("upscaler");
        String x = graph.input(anyPicture("input"));
        String scales = graph.reals("scales", 1, 1, factor, factor);
        graph.node("Resize", "output", List.of(x, "", scales));
        graph.output(anyPicture("output"));
        graph.write(file);
        return file;
    }

    private static TensorPort anyPicture(String name) {
        return TensorPort.floats(name, TensorPort.ANY, 3, TensorPort.ANY, TensorPort.ANY);
    }

    /** As SFace, with random weights: coarse means of the face, in 128 directions. */
    public static Path sface(Path file) {
        OnnxGraph graph = new OnnxGraph("sface");
        String x = graph.input(TensorPort.floats("data", 1, 3, 112, 112));
        x =
                graph.node(
                        "AveragePool",
                        "means",
                        List.of(x),
                        OnnxAttribute.wholes("kernel_shape", 28, 28),
                        OnnxAttribute.wholes("strides", 28, 28));
        x = graph.node("Flatten", "flat", List.of(x));
        graph.node("MatMul", "fc1", List.of(x, weight(graph, "directions", 3, 48, 128)));
        graph.output(TensorPort.floats("fc1", 1, 128));
        graph.write(file);
        return file;
    }

    private static String convolution(
            OnnxGraph graph, String name, String x, int from, int to, long seed) {
        return graph.node(
                "Conv",
                name,
                List.of(x, weight(graph, name + ".weight", seed, to, from, 3, 3)),
                OnnxAttribute.wholes("kernel_shape", 3, 3),
                OnnxAttribute.wholes("pads", 1, 1, 1, 1));
    }

    private static String weight(OnnxGraph graph, String name, long seed, long... shape) {
        FloatTensor numbers = random(seed, shape);
        return graph.weight(name, numbers);
    }

    private static FloatTensor random(long seed, long... shape) {
        int count = 1;
        for (long extent : shape) {
            count *= Math.toIntExact(extent);
        }
        float[] numbers = new TorchRandom(seed).normal(count);
        for (int i = 0; i < count; i++) {
            numbers[i] *= 0.2f;
        }
        return new FloatTensor(java.util.Arrays.stream(shape).boxed().toList(), numbers);
    }
}
