package atelier.engine.caption;

import atelier.engine.onnx.OnnxAttribute;
import atelier.engine.onnx.OnnxGraph;
import java.nio.file.Path;
import java.util.List;

/**
 * A network of a WD tagger's signature with three tags: how much blue, green and red a picture has,
 * each from 0 to 1.
 */
public final class ColourTagger {

    /** As that of the published taggers. */
    public static final int SIDE = 448;

    private ColourTagger() {}

    /** Writes it. */
    public static void write(Path file) {
        OnnxGraph graph = new OnnxGraph("tagger");
        String pixels = graph.input("input", SIDE, SIDE, 3);
        graph.node(
                "ReduceMean",
                "means",
                List.of(pixels),
                OnnxAttribute.wholes("axes", 1, 2),
                OnnxAttribute.whole("keepdims", 0));
        graph.node("Div", "output", List.of("means", graph.reals("white", 255)));
        graph.output("output", 3);
        graph.write(file);
    }
}
